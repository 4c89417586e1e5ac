package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Fee;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;

/** Orders with money of every sort. */
final class MoneyLives {

    private final Scene us;

    MoneyLives(Scene us) {
        this.us = us;
    }

    void all() {
        withEverything();
        giftCertificateSold();
        paidByGiftCertificate();
        paidByStoreCreditAlone();
        withACoupon();
        withAPromotionAndACoupon();
        givenAway();
        feesOnTop();
        feesInsideThePrices();
        partlyUntaxed();
        untaxed();
        digital();
        clothByTheMetre();
        sixtyLines();
        inYen();
        inKuwaitiDinars();
        shownInCanadianDollars();
        centsThatNobodyExplains();
        aDollarThatNobodyExplains();
    }

    private void withEverything() {
        us.usual(
                1,
                us.shirtsAndScarf()
                        .taxRate("0.0825")
                        .with(Discount.coupon("TEN", "10"))
                        .change("WOL-SC", item -> item.wrapped("5.00"))
                        .shipping("12.00")
                        .handling("3.00")
                        .payByGiftCertificate("25.00")
                        .payByStoreCredit("10.00"));
    }

    private void giftCertificateSold() {
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.cart().with(Item.giftCertificate("50.00")));
        }
        us.usual(1, Cart.in("USD").with(Item.giftCertificate("100.00")));
    }

    private void paidByGiftCertificate() {
        us.usual(2, us.shirtsAndScarf().payByGiftCertificate("60.00"));
        us.usual(3, us.shirtsAndScarf().payByGiftCertificate("15.00"));
    }

    private void paidByStoreCreditAlone() {
        us.usual(
                1,
                Cart.in("USD")
                        .with(Item.of("COT-TE", "Cotton tee", "19.95").costing("5.60"))
                        .payByStoreCredit("19.95"));
    }

    private void withACoupon() {
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.cart().with(Discount.coupon("AUTUMN", "12.5")));
        }
    }

    private void withAPromotionAndACoupon() {
        us.usual(1, us.cart().with(Discount.promotion("20")).with(Discount.couponOf("FIVER", "5.00")));
        us.usual(2, us.cart().with(Discount.promotionOf("3.33")).with(Discount.coupon("TEN", "10")));
    }

    private void givenAway() {
        us.usual(1, us.shirtsAndScarf().shipping("0").with(Discount.coupon("PRESS", "100")));
        us.usual(2, us.shirtsAndScarf().shipping("0").with(Discount.coupon("PRESS", "100")));
    }

    private void feesOnTop() {
        us.usual(1, us.cart().with(Fee.onTop("Monogram", "9.50").withTax()));
        us.usual(3, us.cart().with(Fee.onTop("Pallet", "15.00")).with(Fee.onTop("Lift gate", "4.25")));
    }

    private void feesInsideThePrices() {
        us.usual(2, us.cart().with(Fee.inside("Recycling", "1.20")));
    }

    private void partlyUntaxed() {
        us.usual(
                1,
                us.cart()
                        .with(Item.of("KID-MI", "Children's mittens", "12.80")
                                .costing("3.70")
                                .untaxed()));
    }

    private void untaxed() {
        us.usual(3, us.cart().taxRate("0"));
    }

    private void digital() {
        us.usual(
                2,
                Cart.in("USD").with(Item.of("PAT-01", "Sewing pattern", "6.00").digital()));
    }

    /** Unit prices of four decimals. */
    private void clothByTheMetre() {
        us.usual(
                3,
                us.empty()
                        .with(Item.of("TWI-MT", "Twill, by the metre", "8.9543").times(7)));
    }

    /** More than one page of products. */
    private void sixtyLines() {
        Cart cart = us.empty();
        for (int size = 1; size <= 60; size++) {
            cart.with(Item.of("UNI-" + size, "Uniform, size " + size, "21.35").costing("8.05"));
        }
        us.usual(1, cart);
    }

    private void inYen() {
        us.usual(2, yen());
        us.usual(2, yen().with(Discount.promotion("10")));
        us.usual(2, yen())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("OXF-SH", 1)));
    }

    private static Cart yen() {
        return Cart.in("JPY")
                .taxRate("0.10")
                .with(Item.of("OXF-SH", "Oxford shirt", "8985").times(2).costing("3100"))
                .shipping("660");
    }

    private void inKuwaitiDinars() {
        Cart cart = Cart.in("KWD")
                .taxRate("0.05")
                .with(Item.of("MER-SW", "Merino sweater", "27.435").times(3))
                .shipping("2.750");
        us.usual(3, cart)
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("MER-SW", 1)));
    }

    /** Rounding, to its account or, without one, to revenue. */
    private void centsThatNobodyExplains() {
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.shirtsAndScarf().unexplained("0.04"));
        }
    }

    /** No rounding: parked until BigCommerce's figures add up. */
    private void aDollarThatNobodyExplains() {
        us.life(1, us.shirtsAndScarf().unexplained("1.00"))
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.unexplained("0")));
    }

    /** What the shopper saw is not what they paid in. */
    private void shownInCanadianDollars() {
        us.usual(1, us.cart().shownIn("CAD"));
    }
}
