package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receivable by way of paying (accounting rules, "Ways of paying"). */
class WaysOfPayingTest {

    private final Settings settings = new Settings();

    @BeforeEach
    void withTenders() {
        settings.tenders = Lists.TENDERS;
    }

    @Test
    void splitsByEachPaymentsOwnAmountAndGivesWhatIsLeftToTheFirst() {
        assertThat(entered(order().paid("braintree", "60.00").paid("paypalexpress", "40.00")))
                .containsExactly(
                        "BC250 2026-10-31: receivable Card 68.25 · receivable PayPal 40.00 · revenue -100.00 · sales-tax -8.25");
    }

    @Test
    void countsAPaymentOnceByItsGatewaysTransactionId() {
        Shop shop = order().transaction(1, "authorization", "credit_card", "stripe", "108.25", "pi_1")
                .transaction(2, "capture", "credit_card", "stripe", "108.25", "ch_1")
                .transaction(3, "settled", "credit_card", "stripe", "108.25", "ch_1")
                .transaction(4, "refund", "credit_card", "stripe", "50.00", "re_1");
        assertThat(entered(shop)).containsExactly(all("Card"));
    }

    @Test
    void leavesOutCertificatesStoreCreditAndWhatFailed() {
        Shop shop = order().paid("storecredit", "8.25")
                .paid("giftcertificate", "10.00")
                .paid("stripe", "90.00");
        shop.transactions.add(new Transaction(
                9,
                "250",
                "purchase",
                "credit_card",
                new BigDecimal("500"),
                "USD",
                "stripe",
                "x",
                "error",
                false,
                null));
        shop.storeCredit = new BigDecimal("8.25");
        shop.giftCertificate = new BigDecimal("10.00");
        assertThat(entered(shop))
                .containsExactly(
                        "BC250 2026-10-31: receivable Card 90.00 · gift-certificates-redeemed 10.00 · store-credit 8.25"
                                + " · revenue -100.00 · sales-tax -8.25");
    }

    @Test
    void goesByTheOrdersOwnWayWhereThereAreNoTransactions() {
        assertThat(entered(order())).containsExactly(all("Card"));
        Shop paypal = order();
        paypal.gateway = "paypalexpress";
        assertThat(entered(paypal)).containsExactly(all("PayPal"));
    }

    @Test
    void takesAPurchaseOnAccountOnceTheOrderIsConfirmed() {
        Shop shop = order();
        shop.paymentStatus = "";
        shop.gateway = null;
        shop.paymentMethod = "purchase order";
        assertThat(entered(shop)).containsExactly(all("On account"));
        shop.status = 7;
        assertThat(entered(shop)).containsExactly(plain());
    }

    @Test
    void movesTheReceivableWhenAnOrderIsPaid() {
        Shop shop = order();
        shop.paymentStatus = "authorized";
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(Bookkeeping.shown(books.work(shop))).containsExactly(plain());
        shop.paymentStatus = "captured";
        shop.modified = Instant.parse("2026-11-02T12:00:00Z");
        shop.paid("braintree", "108.25");
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-11-02: receivable -108.25 · receivable Card 108.25");
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void parksAPaymentThatNoRowIsFor() {
        assertThat(parked(order().paid("bitcoins", "108.25")))
                .extracting(ParkReason::code, ParkReason::detail, ParkReason::remedy)
                .containsExactly(
                        "unknown-tender",
                        "no row of ledger-bridge.stores.us.channels.\"1\".tenders has an account for a payment by"
                                + " gateway bitcoins, method credit_card",
                        "Add a row for it to ledger-bridge.stores.us.channels.\"1\".tenders, then work the order again.");
        settings.tenders = List.of(Lists.tender("Card", "511200", "stripe"));
        assertThat(parked(order().paid("bitcoins", "108.25")).code()).isEqualTo("unknown-tender");
    }

    @Test
    void parksPaymentsThatAreMoreThanTheOrder() {
        assertThat(parked(order().paid("braintree", "108.25").paid("braintree", "108.25")))
                .extracting(ParkReason::code, ParkReason::detail)
                .containsExactly(
                        "payments-exceed-order",
                        "the order's transactions sum to USD 216.50, and USD 108.25 is due beside gift certificates and"
                                + " store credit");
        assertThat(entered(order().paid("braintree", "108.27"))).containsExactly(all("Card"));
    }

    @Test
    void makesNoEntryWhereTheListSaysSo() {
        Shop shop = order().paid("marketplace", "108.25");
        Plan plan = new Bookkeeping(settings).work(shop);
        assertThat(plan.decision()).isEqualTo(Decision.IGNORE);
        assertThat(plan.why()).contains("gateway marketplace").contains("entry: none");
        Shop mixed = order().paid("marketplace", "50.00").paid("stripe", "58.25");
        assertThat(parked(mixed).code()).isEqualTo("payment-without-entry");
    }

    @Test
    void makesNoEntryOfAGatewayThatWasTried() {
        Shop shop = order();
        shop.transactions.add(new Transaction(
                1, "250", "purchase", "credit_card", new BigDecimal("108.25"), "USD", "stripe", "x", "ok", true, null));
        assertThat(new Bookkeeping(settings).work(shop).decision()).isEqualTo(Decision.IGNORE);
    }

    @Test
    void givesARefundBackByItsProviders() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order().paid("braintree", "60.00").paid("paypalexpress", "48.25");
        books.work(shop);
        shop.refund(refund(
                7,
                "54.13",
                "4.13",
                List.of(units(1, 1)),
                payment("stripe", "20.00", false),
                payment("paypalexpress", "24.13", false),
                payment("store_credit", "10.00", false)));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable Card -20.00 · receivable PayPal -24.13"
                        + " · store-credit -10.00 · revenue 50.00 · sales-tax 4.13");
    }

    @Test
    void givesARefundOfWhichNobodyKnowsTheWayBackByWhatIsLeft() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order().paid("braintree", "81.19").paid("paypalexpress", "27.06");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1))));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly(
                        "BC250-R7 2026-11-03: receivable Card -40.60 · receivable PayPal -13.53 · revenue 50.00 · sales-tax 4.13");
    }

    @Test
    void aRefundByAnUnknownProviderParksAlone() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), payment("bitcoins", "54.13", false)));
        shop.refund(refund(8, "10.83", "0.83", List.of(), card("10.83")));
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("unknown-tender");
        assertThat(Bookkeeping.shown(plan))
                .containsExactly("BC250-R8 2026-11-03: receivable Card -10.83 · revenue 10.00 · sales-tax 0.83");
    }

    @Test
    void aRefundThatWasRecordedHereGoesByTheNameOfItsWay() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        books.work(shop);
        books.recorded.add(new RecordedRefund(
                1, new BigDecimal("20.00"), BigDecimal.ZERO, "Other refunds", LocalDate.of(2026, 11, 4), 0));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-M1 2026-11-04: receivable Other refunds -20.00 · revenue 20.00");
    }

    @Test
    void takesACancelledOrderBackByWhatWasPaid() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order().paid("braintree", "60.00").paid("paypalexpress", "48.25");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), payment("custom", "54.13", false)));
        books.work(shop);
        shop.status = 5;
        books.work(shop);
        assertThat(books.byAccount().keySet()).containsExactlyInAnyOrder("USD 511200", "USD 511300", "USD 511900");
        assertThat(sum(books)).isZero();
    }

    @Test
    void whatIsPostedKeepsItsWayOfPayingWhateverBecomesOfTheRows() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        books.work(shop);
        settings.changesAt("2026-11-11T00:00:00Z");
        settings.tenders = List.of(
                Lists.tender("Plastic", "512999", "braintree", "stripe"), Lists.tender("Other", "511900", "custom"));
        books.settings(settings);
        assertThat(books.work(shop).journals()).isEmpty();
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable Card -54.13 · revenue 50.00 · sales-tax 4.13");
        assertThat(books.byAccount()).containsEntry("USD 511200", new BigDecimal("54.12"));
    }

    @Test
    void aRowThatIsAddedMendsWhatParked() {
        settings.tenders = List.of(Lists.tender("PayPal", "511300", "paypalexpress"));
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(Bookkeeping.parked(books.work(order())).code()).isEqualTo("unknown-tender");
        settings.changesAt("2026-11-11T00:00:00Z");
        settings.tenders = Lists.TENDERS;
        books.settings(settings);
        assertThat(Bookkeeping.shown(books.work(order()))).containsExactly(all("Card"));
    }

    @Test
    void anOrderFromBeforeTheListKeepsItsReceivable() {
        List<TenderRow> later = settings.tenders;
        settings.tenders = List.of();
        Bookkeeping books = new Bookkeeping(settings);
        books.work(order());
        settings.changesAt("2026-11-01T12:00:00Z");
        settings.tenders = later;
        books.settings(settings);
        assertThat(books.work(order()).journals()).isEmpty();
        Shop refunded = order().refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(Bookkeeping.shown(books.work(refunded)))
                .containsExactly("BC250-R7 2026-11-03: receivable -54.13 · revenue 50.00 · sales-tax 4.13");
    }

    @Test
    void aRefundBookedByHandCountsByItsWayOfPaying() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        books.work(shop);
        Refund first = refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13"));
        shop.refund(first);
        books.setAside(7);
        assertThat(books.work(shop).journals()).isEmpty();
        shop.refund(refund(8, "54.12", "4.12", List.of(units(1, 1)), card("54.12")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R8 2026-11-03: receivable Card -54.12 · revenue 50.00 · sales-tax 4.12");
    }

    @Test
    void tellsWaysThatHaveNumbersForNamesApart() {
        settings.tenders = List.of(
                Lists.tender("511200", "511200", "braintree"), Lists.tender("511300", "511300", "paypalexpress"));
        Bookkeeping books = new Bookkeeping(settings);
        books.work(order());
        books.recorded.add(new RecordedRefund(
                1, new BigDecimal("20.00"), BigDecimal.ZERO, "511300", LocalDate.of(2026, 11, 4), 0));
        books.recorded.add(new RecordedRefund(
                2, new BigDecimal("10.00"), BigDecimal.ZERO, "receivable", LocalDate.of(2026, 11, 4), 0));
        assertThat(Bookkeeping.shown(books.work(order())))
                .containsExactly(
                        "BC250-M1 2026-11-04: receivable 511300 -20.00 · revenue 20.00",
                        "BC250-M2 2026-11-04: receivable -10.00 · revenue 10.00");
    }

    @Test
    void aRefundGoesBackByTheWayOfTheSameGatewaysPayment() {
        settings.tenders = List.of(
                new TenderRow(
                        List.of("stripe"),
                        "electronic_wallet",
                        List.of(),
                        TenderRow.Outcome.ACCOUNT,
                        "Wallet",
                        Account.of("511250")),
                Lists.tender("Card", "511200", "stripe"));
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order().paid("stripe", "108.25");
        books.work(shop);
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), payment("stripe", "54.13", false)));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable Card -54.13 · revenue 50.00 · sales-tax 4.13");
    }

    @Test
    void whatIsPaidLaterTakesTodaysRow() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        shop.paymentStatus = "authorized";
        books.work(shop);
        settings.changesAt("2026-11-11T00:00:00Z");
        settings.tenders = List.of(Lists.tender("New card", "512999", "braintree"));
        books.settings(settings);
        shop.paymentStatus = "captured";
        assertThat(Bookkeeping.shown(books.work(shop)))
                .singleElement()
                .asString()
                .endsWith("receivable -108.25 · receivable New card 108.25");
    }

    @Test
    void aRefundOfAnEarlierOrderKeepsItsWayOfPaying() {
        settings.start = LocalDate.of(2026, 11, 1);
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order().refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(Bookkeeping.shown(books.work(shop)).get(0)).contains("receivable Card -54.13");
        settings.changesAt("2026-11-11T00:00:00Z");
        settings.tenders = List.of(Lists.tender("Plastic", "512999", "braintree"));
        books.settings(settings);
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void noEntryBesideACertificateParks() {
        Shop shop = order().paid("marketplace", "83.25");
        shop.giftCertificate = new BigDecimal("25.00");
        assertThat(parked(shop).code()).isEqualTo("payment-without-entry");
    }

    @Test
    void leavesOutAPaymentThatWasVoided() {
        Shop shop = order().paid("braintree", "108.25").paid("paypalexpress", "108.25");
        shop.transactions.add(new Transaction(
                3, "250", "void", "credit_card", BigDecimal.ZERO, "USD", "braintree", null, "ok", false, "1"));
        assertThat(entered(shop)).containsExactly(all("PayPal"));
    }

    /** A flag tells what was kept; no row of a list has to be for it. */
    @Test
    void anUnknownWayOfPayingStopsNoCancellation() {
        Shop shop = order();
        shop.paymentStatus = "authorized";
        Bookkeeping books = new Bookkeeping(settings);
        books.work(shop);
        shop.paid("bitcoins", "108.25");
        shop.paymentStatus = "captured";
        shop.status = 5;
        assertThat(Bookkeeping.shown(books.work(shop)))
                .singleElement()
                .asString()
                .startsWith("BC250-V1")
                .endsWith("receivable -108.25 · revenue 100.00 · sales-tax 8.25");
    }

    @Test
    void clearsTheReceivableWhereItStandsWhenTheOrderIsPaid() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        shop.paymentStatus = "authorized";
        books.work(shop);
        settings.accounts.put("receivable", "411500");
        books.settings(settings);
        shop.paymentStatus = "captured";
        books.work(shop);
        assertThat(books.byAccount()).doesNotContainKeys("USD 411000", "USD 411500");
    }

    @Test
    void countsASettlementThatNamesItsPurchaseOnce() {
        Shop shop = order().transaction(1, "purchase", "offline", "braintree", "108.25", "");
        shop.transactions.add(new Transaction(
                2, "250", "settled", "offline", new BigDecimal("108.25"), "USD", "braintree", "", "ok", false, "1"));
        assertThat(entered(shop)).containsExactly(all("Card"));
    }

    private static Shop order() {
        return new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
    }

    private static String all(String tender) {
        return "BC250 2026-10-31: receivable %s 108.25 · revenue -100.00 · sales-tax -8.25".formatted(tender);
    }

    private static String plain() {
        return "BC250 2026-10-31: receivable 108.25 · revenue -100.00 · sales-tax -8.25";
    }

    private List<String> entered(Shop shop) {
        return Bookkeeping.shown(new Bookkeeping(settings).work(shop));
    }

    private ParkReason parked(Shop shop) {
        return Bookkeeping.parked(new Bookkeeping(settings).work(shop));
    }

    private static BigDecimal sum(Bookkeeping books) {
        return books.byAccount().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
