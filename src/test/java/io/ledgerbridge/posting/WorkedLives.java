package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static io.ledgerbridge.posting.WorkedExamplesTest.french;
import static io.ledgerbridge.posting.WorkedExamplesTest.frenchWithCoupon;
import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfOneUnit;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfTheRest;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is read in each of the worked examples of docs/accounting.md. */
final class WorkedLives {

    private static final Map<String, Supplier<WorkedLife>> BY_NUMBER = Map.ofEntries(
            Map.entry("1", () -> of(settings -> {}).read(sample218())),
            Map.entry(
                    "1b",
                    () -> of(settings -> settings.accounts.remove("discounts")).read(sample218())),
            Map.entry("2, 3 and 4", WorkedLives::refundedInTwoParts),
            Map.entry("5", WorkedLives::edited),
            Map.entry("6", WorkedLives::confirmedInTheNextMonth),
            Map.entry("7", () -> of(settings -> {}).read(yen())),
            Map.entry("8", () -> cancelled(postingGoods())),
            Map.entry("8b", WorkedLives::cancelledAndOwed),
            Map.entry("9", () -> refunded(paidByCard(), inFull("storecredit"))),
            Map.entry("10", () -> refunded(orderWithEverything(), inFull("store_credit"))),
            Map.entry("11", WorkedLives::refundedByTwoTenders),
            Map.entry("12", () -> refunded(paidByCard(), withoutTax())),
            Map.entry("13", WorkedLives::waitingAgain),
            Map.entry("14", WorkedLives::byWaysOfPaying),
            Map.entry("15", () -> taxedByRate().read(french())),
            Map.entry("16", () -> taxedByRate().read(frenchWithCoupon())),
            Map.entry("17", WorkedLives::earlier));

    /** The orders of the examples, as docs/accounting.md calls them. */
    static final Map<String, Supplier<Shop>> ORDERS = Map.of(
            "sample", WorkedLives::sample218,
            "full", WorkedExamplesTest::orderWithEverything,
            "card", WorkedLives::paidByCard,
            "yen", WorkedLives::yen,
            "plain", () -> twoStatuses(11),
            "old", WorkedLives::earlierOrder,
            "France", WorkedExamplesTest::french,
            "coupon", WorkedExamplesTest::frenchWithCoupon);

    private WorkedLives() {}

    static List<String> numbers() {
        return List.copyOf(BY_NUMBER.keySet());
    }

    static WorkedLife of(String number) {
        Supplier<WorkedLife> life = BY_NUMBER.get(number);
        if (life == null) {
            throw new IllegalArgumentException("nothing is read in example " + number);
        }
        return life.get();
    }

    private static WorkedLife of(Consumer<Settings> change) {
        Settings settings = new Settings();
        change.accept(settings);
        return new WorkedLife(settings);
    }

    private static WorkedLife postingGoods() {
        return of(settings -> settings.costOfGoods = Channel.CostOfGoods.POST);
    }

    private static WorkedLife taxedByRate() {
        return of(settings -> settings.taxes = Lists.TAXES);
    }

    private static WorkedLife refundedInTwoParts() {
        return postingGoods()
                .read(orderWithEverything())
                .read(orderWithEverything().refund(refundOfOneUnit()))
                .read(orderWithEverything().refund(refundOfOneUnit()).refund(refundOfTheRest()));
    }

    private static WorkedLife edited() {
        Shop edited = orderWithEverything().withoutProducts().product(1, "1", "50.00", "20.00");
        edited.product(2, "1", "40.00", "15.00").totals("109.33", "8.33");
        edited.coupon = new BigDecimal("9.00");
        edited.modified = Instant.parse("2026-11-04T12:00:00Z");
        return postingGoods().read(orderWithEverything()).read(edited);
    }

    private static WorkedLife confirmedInTheNextMonth() {
        Shop pending = orderWithEverything();
        pending.status = 7;
        return of(settings -> {})
                .read(pending)
                .told(Shop.status(2, "2026-11-02T12:00:00Z", 7, 11))
                .read(orderWithEverything());
    }

    private static WorkedLife cancelled(WorkedLife life) {
        Shop cancelled = orderWithEverything().refund(refundOfOneUnit());
        life.read(orderWithEverything()).read(cancelled);
        cancelled.status = 5;
        cancelled.modified = Instant.parse("2026-11-05T12:00:00Z");
        return life.read(cancelled);
    }

    private static WorkedLife cancelledAndOwed() {
        WorkedLife life = cancelled(of(settings -> settings.accounts.put("refunds-owed", "419800")));
        return life.read(life.latest().refund(refundOfTheRest()));
    }

    private static WorkedLife refunded(Shop shop, Refund refund) {
        WorkedLife life = of(settings -> {}).read(shop);
        return life.read(shop.refund(refund));
    }

    private static WorkedLife refundedByTwoTenders() {
        Refund first = refund(1, "53.04", "4.04", refundOfOneUnit().items(), payment("storecredit", "53.04", false));
        WorkedLife life = refunded(paidByCard(), first);
        Refund second = refund(2, "105.01", "8.01", refundOfTheRest().items(), card("105.01"));
        return life.read(life.latest().refund(second));
    }

    private static WorkedLife waitingAgain() {
        return of(settings -> settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION)
                .read(twoStatuses(11))
                .told(Shop.status(1, "2027-01-03T12:00:00Z", 11, 7))
                .read(twoStatuses(7))
                .told(Shop.status(2, "2027-01-04T12:00:00Z", 7, 11))
                .read(twoStatuses(11));
    }

    private static WorkedLife byWaysOfPaying() {
        Shop shop = orderWithEverything().paid("braintree", "123.05");
        WorkedLife life = of(settings -> settings.tenders = Lists.TENDERS).read(shop);
        Refund outside = refund(7, "53.04", "4.04", refundOfOneUnit().items(), payment("custom", "53.04", false));
        return life.read(shop.refund(outside));
    }

    private static WorkedLife earlier() {
        WorkedLife life = of(settings -> {
            settings.start = LocalDate.parse("2026-11-01");
            settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        });
        Shop shop = earlierOrder();
        return life.read(shop).read(shop.refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13"))));
    }

    private static Refund inFull(String provider) {
        return refund(
                1,
                "158.05",
                "12.05",
                List.of(
                        units(1, 2),
                        units(2, 1),
                        amount("SHIPPING", 1, "12.00"),
                        amount("HANDLING", 1, "3.00"),
                        amount("GIFT_WRAPPING", 1, "5.00")),
                payment(provider, "158.05", false));
    }

    private static Refund withoutTax() {
        return refund(1, "158.05", "0.00", List.of(amount("ORDER", 250, "158.05")), card("158.05"));
    }

    private static Shop sample218() {
        Shop shop = new Shop().product(1, "1", "62.6793", "0").totals("69.8400", "5.3100");
        shop.id = 218;
        shop.created = Instant.parse("2019-03-05T21:40:11Z");
        shop.shipping = new BigDecimal("11.0900");
        shop.discount = new BigDecimal("5.0000");
        shop.coupon = new BigDecimal("5.0000");
        return shop;
    }

    private static Shop paidByCard() {
        Shop shop = orderWithEverything();
        shop.giftCertificate = BigDecimal.ZERO;
        shop.storeCredit = BigDecimal.ZERO;
        return shop;
    }

    private static Shop yen() {
        Shop shop = new Shop().product(1, "1", "1980.0000", "0").totals("1980.0000", "0.0000");
        shop.currency = "JPY";
        return shop;
    }

    static Shop twoStatuses(int status) {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("108.25", "8.25");
        shop.created = Instant.parse("2026-12-30T15:00:00Z");
        shop.status = status;
        return shop;
    }

    static Shop earlierOrder() {
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
        shop.id = 990;
        shop.created = Instant.parse("2026-10-20T15:00:00Z");
        return shop;
    }
}
