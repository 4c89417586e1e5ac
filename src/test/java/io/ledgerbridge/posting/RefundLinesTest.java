package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfOneUnit;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfTheRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accounting rules' "A refund's lines". */
class RefundLinesTest {

    private final Settings settings = new Settings();

    @Test
    void aProductRefundedByQuantityCountsUnitPriceTimesQuantity() {
        assertRefund(
                plain().refund(refund(7, "44.00", "4.00", List.of(units(1, 2)), card("44.00"))),
                "receivable -44.00 · revenue 40.00 · sales-tax 4.00");
    }

    @Test
    void aRequestedAmountIsWithoutTax() {
        Refund.Item item = Shop.item("PRODUCT", 1L, BigDecimal.ONE, new BigDecimal("10"));
        List<Refund.Item> items = List.of(item, amount("SHIPPING", 1, "10"));
        assertRefund(
                plain().refund(refund(7, "20.83", "0.83", items, card("20.83"))),
                "receivable -20.83 · revenue 10.00 · shipping 10.00 · sales-tax 0.83");
    }

    @Test
    void aTaxInclusiveStoresAmountHoldsItsTaxWhereOnlySoTheTotalsClose() {
        List<Refund.Item> items = List.of(
                Shop.item("PRODUCT", 1L, BigDecimal.ONE, new BigDecimal("22.00")), amount("SHIPPING", 1, "5.50"));
        Shop shop = taxInclusive();
        assertRefund(
                shop.refund(refund(7, "27.50", "2.50", items, card("27.50"))),
                "receivable -27.50 · revenue 20.00 · shipping 5.00 · sales-tax 2.50");
    }

    @Test
    void aTaxInclusiveStoresAmountIsWithoutTaxWhereTheTotalsCloseSo() {
        List<Refund.Item> items = List.of(
                Shop.item("PRODUCT", 1L, BigDecimal.ONE, new BigDecimal("20.00")), amount("SHIPPING", 1, "5.00"));
        Shop shop = taxInclusive();
        assertRefund(
                shop.refund(refund(7, "27.50", "2.50", items, card("27.50"))),
                "receivable -27.50 · revenue 20.00 · shipping 5.00 · sales-tax 2.50");
    }

    @Test
    void aTaxInclusiveStoresAmountIsReadAsItSumsNearerToTheTotals() {
        Shop shop = taxInclusive();
        assertRefund(
                shop.refund(refund(7, "0.55", "0.05", List.of(amount("SHIPPING", 1, "0.53")), card("0.55"))),
                "receivable -0.55 · revenue 0.02 · shipping 0.48 · sales-tax 0.05");
    }

    @Test
    void eachItemGoesToItsRole() {
        List<Refund.Item> items = List.of(
                amount("SHIPPING", 1, "1.00"),
                amount("HANDLING", 1, "2.00"),
                amount("GIFT_WRAPPING", 1, "3.00"),
                amount("FEE", 250, "4.00"),
                amount("ORDER", 250, "5.00"),
                amount("TAX", 250, "0.50"));
        Shop shop = plain();
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("6.00"), BigDecimal.ZERO));
        shop.handling = new BigDecimal("3.00");
        shop.wrapping = new BigDecimal("5.00");
        shop.totals("157.00", "8.00");
        assertRefund(
                shop.refund(refund(7, "15.50", "0.50", items, card("15.50"))),
                "receivable -15.50 · revenue 5.00 · shipping 1.00 · handling 2.00 · wrapping 3.00 · fees 4.00"
                        + " · sales-tax 0.50");
    }

    @Test
    void aFeeThatTheOrderDoesNotHoldOnTopIsRevenue() {
        assertRefund(
                plain().refund(refund(7, "4.00", "0.00", List.of(amount("FEE", 250, "4.00")), card("4.00"))),
                "receivable -4.00 · revenue 4.00");
    }

    @Test
    void anItemOfAnotherTypeParks() {
        assertParked(
                plain().refund(refund(7, "4.00", "0.00", List.of(amount("EXCHANGE", 1, "4.00")), card("4.00"))),
                "unknown-refund-item",
                "type EXCHANGE");
    }

    @Test
    void aGiftCertificateTakenBackIsNoRevenue() {
        Shop shop = plain().product("giftcertificate", 3, "1", "50.00", "0").totals("193.00", "8.00");
        assertRefund(
                shop.refund(refund(7, "50.00", "0.00", List.of(units(3, 1)), card("50.00"))),
                "receivable -50.00 · gift-certificates-sold 50.00");
    }

    @Test
    void withoutItemsRevenueTakesWhatTheTotalsLeave() {
        assertRefund(
                plain().refund(refund(7, "30.00", "2.00", List.of(), card("30.00"))),
                "receivable -30.00 · revenue 28.00 · sales-tax 2.00");
    }

    @Test
    void withoutItemsRevenueTakesItOnADiscountedOrderToo() {
        assertRefund(
                orderWithEverything().refund(refund(7, "30.00", "2.00", List.of(), card("30.00"))),
                "receivable -30.00 · revenue 28.00 · sales-tax 2.00");
    }

    @Test
    void aTaxAdjustmentMovesTaxAlone() {
        assertRefund(
                plain().refund(refund(7, "1.50", "1.50", List.of(), card("1.50"))),
                "receivable -1.50 · sales-tax 1.50");
    }

    @Test
    void taxMayBeBelowZero() {
        assertRefund(
                plain().refund(refund(7, "19.00", "-1.00", List.of(units(1, 1)), card("19.00"))),
                "receivable -19.00 · revenue 20.00 · sales-tax -1.00");
    }

    @ParameterizedTest
    @CsvSource({
        "storecredit, store-credit",
        "store_credit, store-credit",
        "giftcertificate, gift-certificates-redeemed",
        "gift_certificate, gift-certificates-redeemed",
        "braintree, receivable",
        "custom, receivable",
        ", receivable"
    })
    void aPaymentGoesToItsRole(String provider, String role) {
        assertRefund(
                plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)), payment(provider, "20.00", false))),
                role + " -20.00 · revenue 20.00");
    }

    @Test
    void severalPaymentsShareARefund() {
        Refund refund = refund(
                7,
                "20.00",
                "0.00",
                List.of(units(1, 1)),
                card("5.00"),
                payment("storecredit", "7.00", false),
                payment("giftcertificate", "8.00", false));
        assertRefund(
                plain().refund(refund),
                "receivable -5.00 · gift-certificates-redeemed -8.00 · store-credit -7.00 · revenue 20.00");
    }

    @Test
    void aRefundWithoutPaymentsIsOwed() {
        assertRefund(
                plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)))), "receivable -20.00 · revenue 20.00");
    }

    @Test
    void paymentsThatDoNotSumToTheTotalPark() {
        assertParked(
                plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)), card("19.94"))),
                "totals-differ",
                "payments of refund 7 sum to USD 19.94");
    }

    @Test
    void paymentsMayMissTheTotalByTheRoundingLimit() {
        assertRefund(
                plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)), card("19.95"))),
                "receivable -20.00 · revenue 20.00");
    }

    @Test
    void aRefundWithADeclinedPaymentDoesNotCount() {
        Shop shop =
                plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)), payment("braintree", "20.00", true)));
        assertThat(new Bookkeeping(settings).work(shop).journals()).hasSize(1);
    }

    @Test
    void onAnOrderWithoutDiscountsTheRestIsRevenues() {
        assertRefund(
                plain().refund(refund(7, "15.00", "0.00", List.of(units(1, 1)), card("15.00"))),
                "receivable -15.00 · revenue 15.00");
    }

    @ParameterizedTest
    @CsvSource({"53.09, -4.95", "52.99, -5.05"})
    void theDiscountMayMissTheProportionByFiveUnitsForEachRefundedUnit(String total, String discount) {
        assertRefund(
                ofOneUnit(total, "4.04"),
                "receivable -%s · discounts %s · revenue 50.00 · sales-tax 4.04"
                        .formatted(new BigDecimal(total).subtract(new BigDecimal("4.00")), discount));
    }

    @ParameterizedTest
    @CsvSource({"53.10, -5.00, 50.06", "52.98, -5.00, 49.94", "48.04, -5.00, 45.00"})
    void whatIsBeyondThatIsRevenues(String total, String discount, String revenue) {
        assertRefund(
                ofOneUnit(total, "4.04"),
                "receivable -%s · discounts %s · revenue %s · sales-tax 4.04"
                        .formatted(new BigDecimal(total).subtract(new BigDecimal("4.00")), discount, revenue));
    }

    @Test
    void aRefundAtTheWholePriceTookNoDiscountBack() {
        assertRefund(ofOneUnit("58.04", "4.04"), "receivable -54.04 · revenue 50.00 · sales-tax 4.04");
    }

    @Test
    void theRefundThatReachesTheTotalTakesWhatIsLeftOfEverySaleRole() {
        Shop shop = orderWithEverything().refund(refund(7, "158.05", "12.05", List.of()));
        Bookkeeping books = new Bookkeeping(settings);
        Plan plan = books.work(shop);
        assertThat(books.byAccount()).isEmpty();
        assertThat(plan.flags()).extracting(OrderFlag::code).containsExactly("way-of-payment-unknown");
    }

    @Test
    void theLastRefundTakesTheOrdersRoundingBack() {
        Shop shop = new Shop().product(1, "3", "3.335", "0").totals("10.00", "0.00");
        shop.refund(refund(7, "3.34", "0.00", List.of(units(1, 1)), card("3.34")));
        shop.refund(refund(8, "6.66", "0.00", List.of(units(1, 2)), card("6.66")));
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(Bookkeeping.shown(books.work(shop)))
                .extracting(shown -> shown.substring(shown.indexOf(':') + 2))
                .containsExactly(
                        "receivable 10.00 · revenue -10.01 · rounding 0.01",
                        "receivable -3.34 · revenue 3.34",
                        "receivable -6.66 · revenue 6.67 · rounding -0.01");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void theLastRefundIsTheLastByIdHoweverTheyAreListed() {
        Shop shop = orderWithEverything().refund(refundOfTheRest()).refund(refundOfOneUnit());
        assertThat(Bookkeeping.shown(new Bookkeeping(settings).work(shop)))
                .extracting(shown -> shown.substring(0, 8))
                .containsExactly("BC250 20", "BC250-R7", "BC250-R8");
    }

    @Test
    void moreRefundedThanOrderedParks() {
        Shop shop = plain().refund(refund(7, "20.00", "0.00", List.of(units(1, 1)), card("20.00")))
                .refund(refund(8, "123.11", "0.00", List.of(), card("123.11")));
        assertParked(shop, "refund-exceeds-order", "with refund 8, the total of USD 143.11 is refunded, of USD 143.00");
    }

    @Test
    void moreTaxRefundedThanOrderedParks() {
        assertParked(
                plain().refund(refund(7, "20.00", "8.06", List.of(), card("20.00"))),
                "refund-exceeds-order",
                "the tax of USD 8.06 is refunded, of USD 8.00");
    }

    @ParameterizedTest
    @CsvSource({"SHIPPING, shipping, 10.00", "HANDLING, handling, 3.00", "GIFT_WRAPPING, wrapping, 5.00"})
    void moreOfAChargeRefundedThanOrderedParksBeyondTheRoundingLimit(String type, String role, String ordered) {
        BigDecimal limit = new BigDecimal(ordered).add(new BigDecimal("0.05"));
        assertThat(lines(charged(type, limit))).contains(role + " " + limit);
        BigDecimal more = limit.add(new BigDecimal("0.01"));
        assertParked(
                charged(type, more),
                "refund-exceeds-order",
                "with refund 7, the %s of USD %s is refunded, of USD %s ordered".formatted(role, more, ordered));
    }

    private static Shop charged(String type, BigDecimal amount) {
        Refund.Item item = Shop.item(type, null, BigDecimal.ONE, amount);
        String total = amount.toPlainString();
        Shop shop = plain().totals("151.00", "8.00");
        shop.handling = new BigDecimal("3.00");
        shop.wrapping = new BigDecimal("5.00");
        return shop.refund(refund(7, total, "0.00", List.of(item), card(total)));
    }

    @Test
    void everyUnitOfAnItemMayBeRefunded() {
        assertRefund(
                plain().refund(refund(7, "40.00", "0.00", List.of(units(1, 2)), card("40.00"))),
                "receivable -40.00 · revenue 40.00");
    }

    @Test
    void anAmountThatNamesItsItemIsNoUnit() {
        Refund.Item shipping = Shop.item("SHIPPING", 9L, BigDecimal.ONE, new BigDecimal("4.00"));
        assertRefund(
                plain().refund(refund(7, "4.00", "0.00", List.of(shipping), card("4.00"))),
                "receivable -4.00 · shipping 4.00");
    }

    @ParameterizedTest
    @CsvSource({"90.10, -9.90", "89.90, -10.10"})
    void theDiscountMayMissTheProportionByTenUnitsForTwoRefundedUnits(String total, String discount) {
        assertRefund(
                orderWithEverything().refund(refund(7, total, "0.00", List.of(units(1, 2)), card(total))),
                "receivable -%s · discounts %s · revenue 100.00".formatted(total, discount));
    }

    @ParameterizedTest
    @CsvSource({"90.11, 100.11", "89.89, 99.89"})
    void whatIsBeyondThatOfTwoUnitsIsRevenues(String total, String revenue) {
        assertRefund(
                orderWithEverything().refund(refund(7, total, "0.00", List.of(units(1, 2)), card(total))),
                "receivable -%s · discounts -10.00 · revenue %s".formatted(total, revenue));
    }

    @Test
    void aProductRefundedWithoutAQuantityIsOneUnit() {
        assertRefund(
                plain().refund(refund(
                        7, "20.00", "0.00", List.of(Shop.item("PRODUCT", 1L, null, null)), card("20.00"))),
                "receivable -20.00 · revenue 20.00");
    }

    @Test
    void moreUnitsRefundedThanAnEditLeavesParks() {
        Shop shop = plain().refund(refund(7, "40.00", "0.00", List.of(units(1, 2)), card("40.00")));
        shop.products.set(0, product(1, "1", "20.00"));
        shop.subtotal = new BigDecimal("105.00");
        assertParked(
                shop.totals("123.00", "8.00"),
                "refund-and-edit",
                "2 units of item 1 are refunded, and the order has 1");
    }

    @Test
    void anItemThatAnEditTookAwayAfterItsRefundParks() {
        Shop shop = plain().refund(refund(7, "20.00", "0.00", List.of(units(9, 1)), card("20.00")));
        assertParked(shop, "refund-and-edit", "1 units of item 9 are refunded, and the order has 0");
    }

    @Test
    void goodsStayAtTheirCostUnlessTheChannelReversesThem() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        assertThat(lines(orderWithEverything().refund(refundOfOneUnit()))).doesNotContain("cost-of-goods");
    }

    @Test
    void goodsComeBackAtTheirCostWhereTheChannelReversesThem() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        Shop shop = orderWithEverything().refund(refundOfOneUnit());
        assertThat(lines(shop)).endsWith("cost-of-goods -20.00 · inventory 20.00");
        Bookkeeping books = new Bookkeeping(settings);
        books.work(shop.refund(refundOfTheRest()));
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void goodsComeBackAsMemoWhereTheyAreKeptSo() {
        settings.costOfGoods = Channel.CostOfGoods.MEMO;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        Plan plan = new Bookkeeping(settings).work(orderWithEverything().refund(refundOfOneUnit()));
        assertThat(Bookkeeping.shown(plan.journals().get(1).memo()))
                .isEqualTo("cost-of-goods -20.00 · inventory 20.00");
    }

    @Test
    void aRefundIsDatedByItsCreationInTheStoresZone() {
        Refund late = refundOfOneUnit();
        OffsetDateTime created = OffsetDateTime.parse("2026-12-01T07:30:00+02:00");
        Shop shop = orderWithEverything()
                .refund(new Refund(
                        7, 250, created, late.totalAmount(), late.totalTax(), late.items(), late.payments()));
        assertThat(new Bookkeeping(settings)
                        .work(shop)
                        .journals()
                        .get(1)
                        .entry()
                        .accountingDate())
                .isEqualTo("2026-11-30");
    }

    @Test
    void aRefundGoesToTheAccountsOfTheOrdersOwnJournal() {
        Bookkeeping books = new Bookkeeping(settings);
        books.work(orderWithEverything());
        settings.accounts.replaceAll((setting, account) -> "NEW" + account);
        settings.site = "FR099";
        books.settings(settings);
        JournalDraft refund = books.work(orderWithEverything().refund(refundOfOneUnit()))
                .journals()
                .get(0);
        assertThat(refund.entry().lines())
                .extracting(JournalLine::account)
                .noneMatch(account -> account.startsWith("NEW"));
        assertThat(refund.entry().site()).isEqualTo("FR011");
        assertThat(refund.entry().lines().get(0).businessPartner()).isEqualTo("WEB01");
    }

    @Test
    void aRefundToStoreCreditThatTheOrderNeverUsedGoesToTodaysAccount() {
        settings.accounts.remove("store-credit");
        Bookkeeping books = new Bookkeeping(settings);
        books.work(plain());
        Shop refunded = plain().refund(
                        refund(7, "20.00", "0.00", List.of(units(1, 1)), payment("storecredit", "20.00", false)));
        assertThat(Bookkeeping.parked(books.work(refunded)).code()).isEqualTo("missing-account");
        settings.accounts.put("store-credit", "419299");
        books.settings(settings);
        assertThat(books.work(refunded).journals().get(0).entry().lines())
                .extracting(JournalLine::account)
                .containsExactly("419299", "707000");
    }

    /** 2 × 20.00 and 1 × 85.00, shipping 10.00, tax 8.00, no discount; handling and wrapping inside none. */
    private static Shop plain() {
        Shop shop = new Shop()
                .product(1, "2", "20.00", "7.00")
                .product(2, "1", "85.00", "30.00")
                .totals("143.00", "8.00");
        shop.shipping = new BigDecimal("10.00");
        return shop;
    }

    private static Shop taxInclusive() {
        Shop shop = new Shop();
        shop.taxInclusive = true;
        shop.products.add(Shop.product(
                1,
                "physical",
                new BigDecimal("2"),
                new BigDecimal("20.00"),
                new BigDecimal("22.00"),
                new BigDecimal("40.00"),
                new BigDecimal("44.00"),
                BigDecimal.ZERO));
        shop.subtotal = new BigDecimal("40.00");
        shop.shipping = new BigDecimal("5.00");
        return shop.totals("49.50", "4.50");
    }

    /** Example 3 with another total, less its shipping. */
    private static Shop ofOneUnit(String totalWithShipping, String tax) {
        String total = new BigDecimal(totalWithShipping)
                .subtract(new BigDecimal("4.00"))
                .toPlainString();
        return orderWithEverything().refund(refund(7, total, tax, List.of(units(1, 1)), card(total)));
    }

    private static OrderProduct product(long item, String quantity, String price) {
        BigDecimal total = new BigDecimal(quantity).multiply(new BigDecimal(price));
        return Shop.product(
                item,
                "physical",
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(price),
                total,
                total,
                BigDecimal.ZERO);
    }

    private String lines(Shop shop) {
        Plan plan = new Bookkeeping(settings).work(shop);
        assertThat(plan.journals()).as(plan.why()).hasSize(2);
        return Bookkeeping.shown(plan.journals().get(1).entry().lines());
    }

    private void assertRefund(Shop shop, String lines) {
        assertThat(lines(shop)).isEqualTo(lines);
    }

    private void assertParked(Shop shop, String code, String figures) {
        ParkReason reason = Bookkeeping.parked(new Bookkeeping(settings).work(shop));
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.detail()).contains(figures);
        assertThat(reason.remedy()).isNotBlank();
    }
}
