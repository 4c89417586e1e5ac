package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to other people: coupons on chosen products, free gifts, refunds by other tenders, and amounts typed by hand. */
class TendersAndDiscountsTest {

    private final Settings settings = new Settings();
    private final Bookkeeping books = new Bookkeeping(settings);

    @Test
    void aCouponOnOneProductIsNoneOfAnothers() {
        Shop shop = threeProducts("20.00").refund(refund(7, "100.00", "0", List.of(units(2, 1)), card("100.00")));
        assertRefund(shop, "receivable -100.00 · revenue 100.00");
    }

    @Test
    void aCouponOnOneProductGoesWithIt() {
        Shop shop = threeProducts("20.00").refund(refund(7, "80.00", "0", List.of(units(1, 1)), card("80.00")));
        assertRefund(shop, "receivable -80.00 · discounts -20.00 · revenue 100.00");
    }

    @Test
    void aCouponOnUnitsGoesWithThoseThatCameBack() {
        Shop shop = new Shop().product(1, "4", "25.00", "0").carrying("20.00", "0");
        shop.coupon = new BigDecimal("20.00");
        shop.totals("80.00", "0").refund(refund(7, "20.00", "0", List.of(units(1, 1)), card("20.00")));
        assertRefund(shop, "receivable -20.00 · discounts -5.00 · revenue 25.00");
    }

    @Test
    void aDiscountOnTheOrderBesideOneOnAProductIsSpreadOverTheProducts() {
        Shop shop = threeProducts("20.00");
        shop.discount = new BigDecimal("30.00");
        shop.totals("250.00", "0").refund(refund(7, "70.00", "0", List.of(units(1, 1)), card("70.00")));
        assertRefund(shop, "receivable -70.00 · discounts -30.00 · revenue 100.00");
    }

    @Test
    void aCouponThatHoldsTheTaxOfItsProductIsTakenWithoutIt() {
        Shop shop = new Shop();
        shop.taxInclusive = true;
        shop.products.add(Shop.product(
                1, "physical", BigDecimal.ONE, d("100.00"), d("120.00"), d("100.00"), d("120.00"), BigDecimal.ZERO));
        shop.carrying("12.00", "0").product(2, "1", "50.00", "0");
        shop.subtotal = d("150.00");
        shop.coupon = d("12.00");
        shop.totals("158.00", "18.00").refund(refund(7, "108.00", "18.00", List.of(units(1, 1)), card("108.00")));
        assertRefund(shop, "receivable -108.00 · discounts -10.00 · revenue 100.00 · sales-tax 18.00");
    }

    @Test
    void freeShippingIsNoProductsDiscount() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").product(2, "1", "50.00", "0");
        shop.shipping = d("10.00");
        shop.discount = d("10.00");
        shop.totals("150.00", "0").refund(refund(7, "100.00", "0", List.of(units(1, 1)), card("100.00")));
        assertRefund(shop, "receivable -100.00 · revenue 100.00");
    }

    @Test
    void aFreeGiftStaysWithWhoKeepsIt() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        Shop shop = new Shop().product(1, "1", "100.00", "50.00").product(2, "1", "0", "30.00");
        shop.totals("100.00", "0").refund(refund(7, "100.00", "0", List.of(units(1, 1)), card("100.00")));
        assertRefund(shop, "receivable -100.00 · revenue 100.00 · cost-of-goods -50.00 · inventory 50.00");
    }

    @Test
    void aRestockingFeeIsRevenues() {
        Refund.Item kept =
                new Refund.Item("PRODUCT", 1L, BigDecimal.ONE, null, List.of(new Refund.Adjustment(d("-15.00"))));
        Shop shop = threeProducts("0").refund(refund(7, "85.00", "0", List.of(kept), card("85.00")));
        assertRefund(shop, "receivable -85.00 · revenue 85.00");
        assertThat(books.work(shop).flags())
                .containsExactly(new OrderFlag(
                        OrderFlag.Kind.REFUND_ADJUSTED,
                        "refund 7 is USD 15.00 less than its items are, which is revenue's"));
    }

    @Test
    void aRestockingFeeOfADiscountedProductLeavesItsDiscountWhole() {
        Refund.Item kept =
                new Refund.Item("PRODUCT", 1L, BigDecimal.ONE, null, List.of(new Refund.Adjustment(d("-15.00"))));
        Shop shop = threeProducts("20.00").refund(refund(7, "65.00", "0", List.of(kept), card("65.00")));
        assertRefund(shop, "receivable -65.00 · discounts -20.00 · revenue 85.00");
    }

    @Test
    void whatAMerchantTypedIsRevenues() {
        Shop shop = threeProducts("20.00").refund(refund(7, "123.00", "0", List.of(units(2, 1)), card("123.00")));
        assertRefund(shop, "receivable -123.00 · revenue 123.00");
    }

    /** BigCommerce names no figure for either product. */
    @Test
    void twoGiftWrappingsWithoutFiguresShareWhatTheOrderHas() {
        Shop shop = new Shop().product(1, "1", "50.00", "0").product(2, "1", "50.00", "0");
        shop.wrapping = d("5.01");
        shop.totals("105.01", "0");
        List<Refund.Item> both =
                List.of(Shop.item("GIFT_WRAPPING", 1L, d("1"), null), Shop.item("GIFT_WRAPPING", 2L, d("1"), null));
        assertRefund(shop.refund(refund(7, "5.01", "0", both, card("5.01"))), "receivable -5.01 · wrapping 5.01");
    }

    @Test
    void aGiftWrappingWithoutAFigureTakesWhatARequestedOneLeaves() {
        Shop shop = new Shop().product(1, "1", "50.00", "0").product(2, "1", "50.00", "0");
        shop.wrapping = d("5.00");
        shop.totals("105.00", "0");
        List<Refund.Item> both =
                List.of(amount("GIFT_WRAPPING", 1, "2.00"), Shop.item("GIFT_WRAPPING", 2L, d("1"), null));
        assertRefund(shop.refund(refund(7, "5.00", "0", both, card("5.00"))), "receivable -5.00 · wrapping 5.00");
    }

    @Test
    void aGiftWrappingWithoutAFigureTakesWhatAnotherOneLeaves() {
        Shop shop =
                new Shop().product(1, "1", "50.00", "0").carrying("0", "3.00").product(2, "1", "50.00", "0");
        shop.wrapping = d("5.00");
        shop.totals("105.00", "0");
        List<Refund.Item> both =
                List.of(Shop.item("GIFT_WRAPPING", 1L, d("1"), null), Shop.item("GIFT_WRAPPING", 2L, d("1"), null));
        assertRefund(shop.refund(refund(7, "5.00", "0", both, card("5.00"))), "receivable -5.00 · wrapping 5.00");
    }

    @ParameterizedTest
    @CsvSource({"5.00", "10.00"})
    void aGiftWrappingRefundedByQuantityTakesItsFigureFromTheOrder(String ofOrder) {
        Shop shop = new Shop().product(1, "2", "50.00", "0").carrying("0", "5.00");
        shop.wrapping = d(ofOrder);
        shop.totals(d(ofOrder).add(d("100.00")).toPlainString(), "0");
        Refund.Item wrapping = Shop.item("GIFT_WRAPPING", 1L, d("2"), null);
        shop.refund(refund(7, ofOrder, "0", List.of(wrapping), card(ofOrder)));
        assertRefund(shop, "receivable -%s · wrapping %s".formatted(ofOrder, ofOrder));
    }

    @Test
    void aGiftWrappingThatNoProductNamesIsWhatIsLeftOfTheOrders() {
        Shop shop = new Shop().product(1, "1", "100.00", "0");
        shop.wrapping = d("5.00");
        shop.totals("105.00", "0");
        shop.refund(refund(7, "5.00", "0", List.of(Shop.item("GIFT_WRAPPING", 1L, d("1"), null)), card("5.00")));
        assertRefund(shop, "receivable -5.00 · wrapping 5.00");
    }

    @Test
    void ofAPartlyDeclinedRefundCountsWhatWasPaidBack() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("100.00", "0");
        shop.refund(refund(
                7,
                "53.04",
                "0",
                List.of(amount("ORDER", 250, "53.04")),
                payment("storecredit", "20.00", false),
                payment("braintree", "33.04", true)));
        assertRefund(shop, "store-credit -20.00 · revenue 20.00");
        assertThat(books.work(shop).flags()).extracting(OrderFlag::code).containsExactly("refund-declined");
    }

    @Test
    void goodsOfAPartlyDeclinedRefundComeBackByWholeUnits() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        assertRefund(
                partlyDeclined("50.00"), "receivable -50.00 · revenue 50.00 · cost-of-goods -20.00 · inventory 20.00");
    }

    @Test
    void goodsDoNotComeBackWhereTheShareTellsNoWholeUnits() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        assertRefund(partlyDeclined("30.00"), "receivable -30.00 · revenue 30.00");
    }

    private static Shop partlyDeclined(String paid) {
        String declined = d("100.00").subtract(d(paid)).toPlainString();
        return new Shop()
                .product(1, "4", "50.00", "20.00")
                .totals("200.00", "0")
                .refund(refund(
                        7,
                        "100.00",
                        "0",
                        List.of(units(1, 2)),
                        payment("braintree", paid, false),
                        payment("braintree", declined, true)));
    }

    @Test
    void centsOfTaxThatTheShopRoundedUpTwiceAreTheLastRefunds() {
        Shop shop = new Shop().product(1, "2", "5.00", "0").totals("10.85", "0.85");
        shop.refund(refund(7, "5.43", "0.43", List.of(units(1, 1)), card("5.43")));
        shop.refund(refund(8, "5.43", "0.43", List.of(units(1, 1)), card("5.43")));
        assertThat(Bookkeeping.shown(books.work(shop)).subList(1, 3))
                .containsExactly(
                        "BC250-R7 2026-11-03: receivable -5.43 · revenue 5.00 · sales-tax 0.43",
                        "BC250-R8 2026-11-03: receivable -5.43 · revenue 5.01 · sales-tax 0.42");
        assertThat(books.byRole()).hasToString("{RECEIVABLE=-0.01, REVENUE=0.01}");
    }

    @Test
    void aRefundThatCantBeSplitParksAloneAndTheOthersGoOn() {
        Shop shop = threeProducts("0")
                .refund(refund(7, "100.00", "0", List.of(amount("EXCHANGE", 1, "100.00")), card("100.00")))
                .refund(refund(8, "100.00", "0", List.of(units(2, 1)), card("100.00")));
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.shown(plan))
                .containsExactly(
                        "BC250 2026-10-31: receivable 300.00 · revenue -300.00",
                        "BC250-R8 2026-11-03: receivable -100.00 · revenue 100.00");
        assertThat(Bookkeeping.parked(plan).detail()).isEqualTo("refund 7 has an item of type EXCHANGE");
    }

    @Test
    void anOrderIsTakenBackThoughOneOfItsRefundsCantBeSplit() {
        Shop shop = threeProducts("20.00");
        books.work(shop);
        shop.refund(refund(7, "100.00", "0", List.of(amount("EXCHANGE", 1, "100.00")), card("100.00")));
        shop.status = 5;
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("unknown-refund-item");
        assertThat(books.byAccount()).isEmpty();
        shop.refunds.set(0, refund(7, "100.00", "0", List.of(units(2, 1)), payment("storecredit", "100.00", false)));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable 100.00 · store-credit -100.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"void", "declined", "pending", "authorized", ""})
    void whatWasNeverCapturedIsOwedToNobody(String paymentStatus) {
        settings.accounts.put("refunds-owed", "419800");
        Shop shop = threeProducts("0");
        shop.paymentStatus = paymentStatus;
        Bookkeeping owing = new Bookkeeping(settings);
        owing.work(shop);
        shop.status = 5;
        assertThat(owing.work(shop).flags()).isEmpty();
        assertThat(owing.byAccount()).isEmpty();
    }

    @Test
    void anOrderRestoredAfterItsMoneyWasOwedOwesNothing() {
        settings.accounts.put("refunds-owed", "419800");
        Bookkeeping owing = new Bookkeeping(settings);
        Shop shop = threeProducts("0");
        owing.work(shop);
        shop.status = 5;
        owing.told(Shop.status(8, "2026-11-05T12:00:00Z", 11, 5));
        owing.work(shop);
        assertThat(owing.byRole()).hasToString("{RECEIVABLE=300.00, REFUNDS_OWED=-300.00}");
        shop.status = 11;
        owing.told(Shop.status(9, "2026-11-06T12:00:00Z", 5, 11));
        assertThat(Bookkeeping.shown(owing.work(shop)))
                .containsExactly("BC250-A1 2026-11-06: refunds-owed 300.00 · revenue -300.00");
    }

    @Test
    void aTestOrderMakesNoEntry() {
        Shop shop = threeProducts("0");
        shop.gateway = "testgateway";
        assertThat(books.work(shop).decision()).isEqualTo(Decision.IGNORE);
    }

    @Test
    void aRefundWithoutPaymentsGoesByTheOrdersTendersInProportion() {
        Shop shop = orderWithEverything().refund(refund(7, "15.81", "0", List.of()));
        assertRefund(shop, "receivable -12.31 · gift-certificates-redeemed -2.50 · store-credit -1.00 · revenue 15.81");
    }

    @Test
    void aRefundWithoutAnAccountParksAloneAndTheOthersGoOn() {
        settings.accounts.remove("store-credit");
        Shop shop = threeProducts("0")
                .refund(refund(7, "100.00", "0", List.of(units(1, 1)), payment("storecredit", "100.00", false)))
                .refund(refund(8, "100.00", "0", List.of(units(2, 1)), card("100.00")));
        Bookkeeping without = new Bookkeeping(settings);
        Plan plan = without.work(shop);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("missing-account");
        assertThat(Bookkeeping.shown(plan))
                .containsExactly(
                        "BC250 2026-10-31: receivable 300.00 · revenue -300.00",
                        "BC250-R8 2026-11-03: receivable -100.00 · revenue 100.00");
        shop.status = 5;
        without.work(shop);
        assertThat(without.work(shop).journals()).isEmpty();
    }

    private void assertRefund(Shop shop, String lines) {
        assertThat(Bookkeeping.shown(new Bookkeeping(settings).work(shop)).get(1))
                .endsWith(": " + lines);
    }

    /** A, B and C at 100.00, with a coupon on A. */
    private static Shop threeProducts(String coupon) {
        Shop shop = new Shop().product(1, "1", "100.00", "0").carrying(coupon, "0");
        shop.product(2, "1", "100.00", "0").product(3, "1", "100.00", "0");
        shop.coupon = d(coupon);
        return shop.totals(d("300.00").subtract(d(coupon)).toPlainString(), "0");
    }

    private static BigDecimal d(String amount) {
        return new BigDecimal(amount);
    }
}
