package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person has set aside isn't posted by itself, whatever the shop does to it; what changed shows. */
class SetAsideOrderTest {

    private final Bookkeeping books = new Bookkeeping(new Settings());
    private final Shop shop = new Shop().product(1, "2", "50.00", "0").totals("110.00", "10.00");

    @Test
    void anOrderThatWasBookedByHandIsNotPostedWhenItIsShipped() {
        books.setAside();
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.status = 2;
        books.told(Shop.event(1, "updated", "2026-11-02T12:00:00Z"));
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        assertThat(books.journals).isEmpty();
    }

    @Test
    void aChangeParksWithTheDifference() {
        books.setAside();
        books.work(shop);
        shop.shipping = new BigDecimal("5.00");
        Plan plan = books.work(shop.totals("115.00", "10.00"));
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("changed-since-set-aside");
        assertThat(Bookkeeping.parked(plan).detail())
                .isEqualTo("the order has changed since it was set aside: the difference is 411000 receivable USD 5.00,"
                        + " 708500 shipping USD -5.00");
        assertThat(books.journals).isEmpty();
    }

    @Test
    void theDifferenceIsPostedWhereAPersonAsksForIt() {
        books.setAside();
        books.work(shop);
        shop.shipping = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        books.askDifference();
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-10-31: receivable 5.00 · shipping -5.00");
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.status = 5;
        books.work(shop);
        assertThat(books.journals).hasSize(1);
    }

    @Test
    void aCancellationShowsWhatIsToBeTakenBackByHand() {
        books.work(shop);
        books.setAside();
        books.work(shop);
        shop.status = 5;
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("411000 receivable USD -110.00");
    }

    @Test
    void anOrderThatCantBePlannedIsComparedByItsFigures() {
        shop.channel = 99L;
        books.setAside();
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.status = 2;
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.totals("120.00", "10.00");
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("changed-since-set-aside");
    }

    @Test
    void aRefundThatWasBookedByHandIsNotPostedAndCounts() {
        books.work(shop);
        shop.refund(refund(
                7, "55.00", "5.00", List.of(amount("EXCHANGE", 1, "50.00")), payment("storecredit", "55.00", false)));
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("unknown-refund-item");
        books.setAside(7);
        assertThat(books.work(shop).journals()).isEmpty();
        shop.refund(refund(8, "55.00", "5.00", List.of(units(1, 1)), card("55.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R8 2026-11-03: receivable -55.00 · revenue 50.00 · sales-tax 5.00");
        assertThat(books.work(shop).decision()).isEqualTo(Decision.POST);
    }

    @Test
    void aRefundByHandThatIsDeclinedLaterIsCorrectedByHand() {
        books.work(shop);
        Refund byHand =
                refund(7, "55.00", "5.00", List.of(amount("EXCHANGE", 1, "50.00")), payment("card", "55.00", false));
        shop.refund(byHand);
        books.setAside(7);
        books.work(shop);
        shop.refunds.clear();
        shop.refund(refund(7, "55.00", "5.00", byHand.items(), payment("card", "55.00", true)));
        Plan declined = books.work(shop);
        assertThat(declined.journals()).isEmpty();
        assertThat(Bookkeeping.parked(declined).code()).isEqualTo("changed-since-set-aside");
        assertThat(Bookkeeping.parked(declined).detail())
                .isEqualTo("refund 7, booked by hand, gave back USD 55.00 with tax of USD 5.00 when it was set aside,"
                        + " and gives back nothing now");
        books.setAsideAnew(7);
        assertThat(books.work(shop).decision()).isEqualTo(Decision.POST);
    }

    @Test
    void aCancelledOrderTakesBackWhatItsRefundByHandLeft() {
        books.work(shop);
        shop.refund(refund(7, "55.00", "5.00", List.of(amount("EXCHANGE", 1, "50.00")), card("55.00")));
        books.setAside(7);
        books.work(shop);
        shop.status = 5;
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-V1 2026-10-31: receivable -55.00 · revenue 50.00 · sales-tax 5.00");
        assertThat(books.work(shop).journals()).isEmpty();
    }

    /** The account is there now, and the order stands in X3 by hand: nothing of it is a difference. */
    @Test
    void anOrderThatCanBePlannedByNowIsStillComparedByItsFigures() {
        shop.channel = 99L;
        books.setAside();
        books.work(shop);
        shop.channel = 1L;
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.status = 5;
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("cancelled");
        assertThat(books.journals).isEmpty();
    }

    /** One of its refunds can't be entered: the order itself is compared by its accounts all the same. */
    @Test
    void anOrderWithARefundThatCantBeEnteredHasItsDifferencePosted() {
        books.work(shop);
        shop.refund(refund(7, "55.00", "5.00", List.of(amount("EXCHANGE", 1, "50.00")), card("55.00")));
        books.work(shop);
        books.setAside();
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.shipping = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("shipping USD -5.00");
        books.askDifference();
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-10-31: receivable 5.00 · shipping -5.00");
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
    }

    @Test
    void anOrderWithARefundThatIsDeclinedLaterHasChanged() {
        shop.channel = 99L;
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), card("55.00")));
        books.setAside();
        books.work(shop);
        shop.refunds.clear();
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("card", "55.00", true)));
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("refunds [7 of 55] then");
    }

    /** Both were booked by hand; that the account is there now is no change. */
    @Test
    void aRefundThatCouldNotBeEnteredThenIsNoDifferenceNow() {
        Settings settings = new Settings();
        settings.accounts.remove("store-credit");
        Bookkeeping byHand = new Bookkeeping(settings);
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("storecredit", "55.00", false)));
        byHand.setAside();
        byHand.work(shop);
        byHand.settings(new Settings());
        assertThat(byHand.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        shop.refunds.clear();
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("storecredit", "55.00", true)));
        assertThat(Bookkeeping.parked(byHand.work(shop)).detail()).contains("gave back USD 55.00");
    }

    /** The difference of the order is posted, and the refund still needs a person. */
    @Test
    void aNewRefundThatCantBeEnteredIsNotSwallowedByTheDifference() {
        books.work(shop);
        books.setAside();
        books.work(shop);
        shop.shipping = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        shop.refund(refund(8, "55.00", "5.00", List.of(amount("EXCHANGE", 1, "50.00")), card("55.00")));
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("USD 5.00", "refund 8 has an item");
        books.askDifference();
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-10-31: receivable 5.00 · shipping -5.00");
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("refund 8 has an item");
    }

    @Test
    void aRefundRecordedSinceIsAChange() {
        books.work(shop);
        shop.status = 14;
        books.setAside();
        assertThat(books.work(shop).decision()).isEqualTo(Decision.SET_ASIDE);
        books.recorded.add(new RecordedRefund(
                1, new BigDecimal("55.00"), new BigDecimal("5.00"), "card", LocalDate.of(2026, 11, 5), 0));
        assertThat(Bookkeeping.parked(books.work(shop)).detail()).contains("411000 receivable USD -55.00");
        books.askDifference();
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-M1 2026-11-05: receivable -55.00 · revenue 50.00 · sales-tax 5.00");
    }

    @Test
    void aRefundThatIsPostedAlreadyStaysAsItIs() {
        books.work(shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), card("55.00"))));
        books.setAside(7);
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void aRefundByHandNeedsNoAccountNorPaymentsThatAddUp() {
        Settings settings = new Settings();
        settings.accounts.remove("store-credit");
        Bookkeeping without = new Bookkeeping(settings);
        without.work(shop);
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("storecredit", "50.00", false)));
        assertThat(Bookkeeping.parked(without.work(shop)).code()).isEqualTo("totals-differ");
        without.setAside(7);
        assertThat(without.work(shop).journals()).isEmpty();
        shop.status = 5;
        assertThat(without.work(shop).reason()).isNull();
        // with what was booked by hand: receivable 55.00, store-credit -55.00, and nothing sold
        assertThat(without.byRole()).hasToString("{RECEIVABLE=55.00, REVENUE=-50.00, SALES_TAX=-5.00}");
    }
}
