package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A refund that BigCommerce has no record of, recorded by people: 100.00 and tax 8.25, two units, paid by card. */
class RecordedRefundTest {

    private final Settings settings = new Settings();
    private final Bookkeeping books = new Bookkeeping(settings);
    private final Shop shop = new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");

    @BeforeEach
    void enter() {
        books.work(shop);
        shop.status = 4;
    }

    @Test
    void takesTheOrderFromTheParkedOnes() {
        assertThat(Bookkeeping.parked(books.work(shop)).parks()).isEqualTo(ParkCode.REFUNDED_WITHOUT_REFUND);
        record(1, "108.25", "8.25", "receivable");
        assertPosts("BC250-M1 2026-11-05: receivable -108.25 · revenue 100.00 · sales-tax 8.25");
        assertThat(books.byAccount()).isEmpty();
        assertThat(books.work(shop).decision()).isEqualTo(Decision.POST);
    }

    @ParameterizedTest
    @CsvSource({
        "store-credit, store-credit",
        "storecredit, store-credit",
        "store_credit, store-credit",
        "gift-certificates, gift-certificates-redeemed",
        "giftcertificate, gift-certificates-redeemed",
        "receivable, receivable",
        "bank-transfer, receivable"
    })
    void goesByItsTender(String tender, String role) {
        record(1, "54.13", "4.13", tender);
        assertPosts("BC250-M1 2026-11-05: %s -54.13 · revenue 50.00 · sales-tax 4.13".formatted(role));
    }

    @Test
    void ofTwoTheLastOneTakesWhatIsLeft() {
        record(1, "54.13", "4.13", "receivable");
        books.work(shop);
        record(2, "54.12", "4.12", "receivable");
        assertPosts("BC250-M2 2026-11-05: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void bothRecordedAtOnceArePostedInTheirOrder() {
        record(1, "54.13", "4.13", "receivable");
        record(2, "54.12", "4.12", "receivable");
        assertPosts(
                "BC250-M1 2026-11-05: receivable -54.13 · revenue 50.00 · sales-tax 4.13",
                "BC250-M2 2026-11-05: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
    }

    @Test
    void moreThanWasPaidParksByItsName() {
        record(1, "108.40", "8.25", "receivable");
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).startsWith("with refund M1, the total of USD 108.40");
    }

    @Test
    void theSameInBigCommerceLaterPostsNothingMore() {
        record(1, "108.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(whole(7, card("108.25")));
        assertPosts();
        assertThat(books.byAccount()).isEmpty();
        assertPosts();
    }

    @Test
    void anotherTenderInBigCommerceLaterMovesIt() {
        record(1, "108.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(whole(7, payment("storecredit", "108.25", false)));
        assertPosts("BC250-R7 2026-11-03: receivable 108.25 · store-credit -108.25");
        assertPosts();
    }

    @Test
    void lessInBigCommerceLaterTakesTheRestBack() {
        record(1, "108.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertPosts("BC250-R7 2026-11-03: receivable 54.12 · revenue -50.00 · sales-tax -4.12");
        shop.refund(refund(8, "54.12", "4.12", List.of(units(1, 1)), card("54.12")));
        assertPosts("BC250-R8 2026-11-03: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        assertThat(books.byAccount()).isEmpty();
        assertPosts();
    }

    @Test
    void oneThatBigCommerceTakesTheMoneyOfBackCountsAgain() {
        record(1, "108.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(whole(7, payment("storecredit", "108.25", false)));
        books.work(shop);
        shop.refunds.clear();
        shop.refund(whole(7, payment("storecredit", "108.25", true)));
        books.work(shop);
        assertThat(books.byAccount()).as("as after the one recorded here").isEmpty();
        assertPosts();
    }

    @Test
    void besideAnEarlierOneOfBigCommercesBothCount() {
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        books.work(shop);
        books.recorded.add(recorded(1, "54.12", "4.12", "receivable", 7));
        assertPosts("BC250-M1 2026-11-05: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void aCancellationTakesBackWhatItLeft() {
        record(1, "54.13", "4.13", "receivable");
        books.work(shop);
        shop.status = 5;
        assertPosts("BC250-V1 2026-10-31: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        shop.refund(whole(7, card("108.25")));
        books.work(shop);
        assertThat(books.byAccount()).isEmpty();
        assertPosts();
    }

    @Test
    void whatACancelledOrderOwesIsPaidByIt() {
        settings.accounts.put("refunds-owed", "419800");
        books.settings(settings);
        shop.status = 5;
        books.work(shop);
        record(1, "108.25", "8.25", "receivable");
        assertPosts("BC250-M1 2026-11-05: receivable -108.25 · refunds-owed 108.25");
        shop.refund(whole(7, payment("storecredit", "108.25", false)));
        assertPosts("BC250-R7 2026-11-03: receivable 108.25 · store-credit -108.25");
        assertPosts();
    }

    /** Seen by a generated life: other refunds stood between the two. */
    @Test
    void isReplacedOnceInACancelledOrderWhateverElseWasRefunded() {
        record(1, "30.00", "0", "receivable");
        books.work(shop);
        shop.refund(refund(8, "20.00", "0", List.of(), payment("storecredit", "20.00", false)));
        books.recorded.set(0, recorded(1, "30.00", "0", "receivable", 8));
        books.work(shop);
        shop.status = 5;
        books.work(shop);
        shop.refund(refund(9, "30.00", "0", List.of(), payment("storecredit", "30.00", false)));
        assertPosts("BC250-R9 2026-11-03: receivable 30.00 · store-credit -30.00");
        assertPosts();
        assertThat(books.byAccount()).hasToString("{USD 411000=5E+1, USD 419200=-5E+1}");
    }

    @Test
    void oneThatWasRecordedByMistakeIsTakenBack() {
        record(1, "108.25", "8.25", "receivable");
        books.work(shop);
        books.recorded.clear();
        shop.status = 11;
        assertPosts("BC250-A1 2026-10-31: receivable 108.25 · revenue -100.00 · sales-tax -8.25");
        assertPosts();
    }

    /** Its items have no rule, or its tender no account: the recorded one stands until that is mended. */
    @ParameterizedTest
    @CsvSource({"5, card", "4, card", "5, storecredit", "4, storecredit"})
    void staysAsLongAsBigCommercesOwnCantBeEntered(int status, String provider) {
        settings.accounts.remove("store-credit");
        settings.accounts.put("refunds-owed", "419800");
        books.settings(settings);
        record(1, "108.25", "8.25", "receivable");
        shop.status = status;
        books.work(shop);
        Map<String, BigDecimal> before = books.byAccount();
        List<Refund.Item> items =
                provider.equals("card") ? List.of(Shop.amount("EXCHANGE", 1, "108.25")) : List.of(units(1, 2));
        String paid = provider.equals("card") && status == 5 ? "1.00" : "108.25";
        shop.refund(refund(7, "108.25", "8.25", items, payment(provider, paid, false)));

        Plan plan = books.work(shop);

        assertThat(plan.journals()).as(plan.why()).isEmpty();
        assertThat(Bookkeeping.parked(plan).detail()).containsAnyOf("refund 7", "store-credit");
        assertThat(books.byAccount()).isEqualTo(before);
    }

    @Test
    void ofTwoOneIsReplacedByOneOfBigCommerces() {
        record(1, "54.13", "4.13", "receivable");
        record(2, "54.12", "4.12", "receivable");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        Plan plan = books.work(shop);
        assertThat(plan.journals()).isEmpty();
        assertThat(plan.flags())
                .extracting(flag -> flag.code() + ": " + flag.detail())
                .containsExactly("recorded-refund-replaced: USD 54.13, recorded here as M1, counts no more, since"
                        + " BigCommerce has refund 7");
        assertThat(books.byAccount()).isEmpty();
    }

    /** It was set aside, and so has no journal; it was there before all the same. */
    @Test
    void countsBesideOneThatSomebodyBookedByHand() {
        shop.refund(refund(
                7,
                "54.13",
                "4.13",
                List.of(Shop.amount("EXCHANGE", 1, "50.00")),
                payment("storecredit", "54.13", false)));
        books.setAside(7);
        books.work(shop);
        books.recorded.add(recorded(1, "54.12", "4.12", "receivable", 7));
        assertPosts("BC250-M1 2026-11-05: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        assertPosts();
    }

    /** Found by a reviewer: 60 and 40 were recorded, and BigCommerce then has one refund of all. */
    @ParameterizedTest
    @CsvSource({"4", "5"})
    void ofTwoBothAreReplacedByOneThatCoversThem(int status) {
        record(1, "60.00", "0", "receivable");
        record(2, "48.25", "8.25", "receivable");
        shop.status = status;
        books.work(shop);
        shop.refund(whole(7, card("108.25")));
        assertThat(books.work(shop).reason()).isNull();
        assertThat(books.byAccount()).isEmpty();
        assertPosts();
    }

    /** It covers the first, and with the second more than all was refunded. */
    @Test
    void nothingIsPostedOfOneThatGivesBackTooMuchBesideARecordedOne() {
        record(1, "60.00", "0", "receivable");
        record(2, "48.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(refund(7, "90.00", "0", List.of(), card("90.00")));
        Plan plan = books.work(shop);
        assertThat(plan.journals()).isEmpty();
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("refund-exceeds-order");
        assertThat(Bookkeeping.parked(plan).remedy()).contains("DELETE …/refunds/M2");
    }

    @Test
    void theOneOfItsAmountIsReplaced() {
        record(1, "60.00", "0", "receivable");
        record(2, "48.25", "8.25", "receivable");
        books.work(shop);
        shop.refund(refund(7, "48.25", "8.25", List.of(), payment("storecredit", "48.25", false)));
        assertThat(Bookkeeping.shown(books.work(shop)).get(0)).contains("receivable 48.25", "store-credit -48.25");
        assertPosts();
    }

    /** The second one of BigCommerce's is another's, and leaves the first recorded one to the one that is stuck. */
    @Test
    void staysForTheOneThatIsStuck() {
        record(1, "54.13", "4.13", "receivable");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(Shop.amount("EXCHANGE", 1, "50.00")), card("54.13")));
        books.work(shop);
        shop.refund(refund(8, "54.12", "4.12", List.of(units(1, 1)), card("54.12")));
        assertPosts("BC250-R8 2026-11-03: receivable -54.12 · revenue 50.00 · sales-tax 4.12");
        assertThat(books.byAccount()).isEmpty();
    }

    /** Neither a refund that can't be entered nor one that is left to a person takes it back. */
    @ParameterizedTest
    @EnumSource(JournalSettings.RefundsOfEarlierOrders.class)
    void ofAnOrderBeforeTheStartItStaysBesideAnotherRefund(JournalSettings.RefundsOfEarlierOrders way) {
        Settings later = new Settings();
        later.start = LocalDate.parse("2026-11-01");
        later.ofEarlierOrders = way;
        Bookkeeping own = new Bookkeeping(later);
        own.recorded.add(new RecordedRefund(
                1, new BigDecimal("54.13"), new BigDecimal("4.13"), "card", LocalDate.parse("2026-10-30"), 0));
        assertThat(own.work(shop).journals()).as("whatever its date").hasSize(1);
        shop.refund(refund(7, "60.00", "4.13", List.of(Shop.amount("EXCHANGE", 1, "55.87")), card("60.00")));
        Plan plan = own.work(shop);
        assertThat(plan.journals()).isEmpty();
        assertThat(plan.decision())
                .isEqualTo(way == JournalSettings.RefundsOfEarlierOrders.IGNORE ? Decision.POST : Decision.PARK);
        assertThat(plan.flags()).as("it is not replaced").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(JournalSettings.RefundsOfEarlierOrders.class)
    void ofAnOrderBeforeTheStartItIsPostedAlone(JournalSettings.RefundsOfEarlierOrders way) {
        Settings later = new Settings();
        later.start = LocalDate.parse("2026-11-01");
        later.ofEarlierOrders = way;
        Bookkeeping own = new Bookkeeping(later);
        own.recorded.add(recorded(1, "54.13", "4.13", "receivable", 0));
        assertThat(Bookkeeping.shown(own.work(shop)))
                .containsExactly("BC250-M1 2026-11-05: receivable -54.13 · revenue 50.00 · sales-tax 4.13");
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(own.work(shop).journals()).isEmpty();
        assertThat(own.work(shop).decision())
                .isEqualTo(way == JournalSettings.RefundsOfEarlierOrders.PARK ? Decision.PARK : Decision.POST);
    }

    private void record(int number, String amount, String tax, String tender) {
        books.recorded.add(recorded(number, amount, tax, tender, 0));
    }

    private static RecordedRefund recorded(int number, String amount, String tax, String tender, long after) {
        return new RecordedRefund(
                number, new BigDecimal(amount), new BigDecimal(tax), tender, LocalDate.parse("2026-11-05"), after);
    }

    private static Refund whole(long id, Refund.Payment payment) {
        return refund(id, "108.25", "8.25", List.of(units(1, 2)), payment);
    }

    private void assertPosts(String... journals) {
        assertThat(Bookkeeping.shown(books.work(shop))).containsExactly(journals);
    }
}
