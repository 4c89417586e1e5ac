package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Fee;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Every kind of refund that BigCommerce makes. */
final class RefundLives {

    private final Scene us;

    RefundLives(Scene us) {
        this.us = us;
    }

    void all() {
        onePieceOfTwo();
        onePieceOfADiscountedOrder();
        piecesAtTheMerchantsAmount();
        shippingOnly();
        handlingAndWrapping();
        aFee();
        anAmountForTheWholeOrder();
        taxOnly();
        lessThanTheTaxThatIsDue();
        lessARestockingFee();
        toStoreCredit();
        toAGiftCertificate();
        overThreePayments();
        everythingAtOnce();
        everythingInTwoParts();
        everythingOfAnOrderPaidInThreeWays();
        declinedAtOnce();
        declinedLater();
        declinedAndMadeAgain();
        refundedThenCancelled();
        moreThanWasPaid();
        piecesThatAnEditTookAway();
        unheardOf();
    }

    private void onePieceOfTwo() {
        for (long channel = 1; channel <= 3; channel++) {
            refunded(channel, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1));
        }
    }

    private void onePieceOfADiscountedOrder() {
        for (long channel = 1; channel <= 3; channel++) {
            Cart cart = us.shirtsAndScarf().with(Discount.coupon("AUTUMN", "15"));
            refunded(channel, cart, RefundRequest.of().units("LIN-SH", 1).shipping("2.00"));
        }
    }

    private void piecesAtTheMerchantsAmount() {
        refunded(3, us.shirtsAndScarf(), RefundRequest.of().unitsFor("LIN-SH", 1, "20.00"));
    }

    private void shippingOnly() {
        refunded(2, us.shirtsAndScarf(), RefundRequest.of().shipping("5.00").because("Arrived late"));
    }

    private void handlingAndWrapping() {
        Cart cart = us.shirtsAndScarf().handling("3.00").change("WOL-SC", item -> item.wrapped("5.00"));
        refunded(1, cart, RefundRequest.of().handling("3.00").wrapping("WOL-SC"));
    }

    private void aFee() {
        Cart cart = us.shirtsAndScarf().with(Fee.onTop("Monogram", "9.50").withTax());
        refunded(1, cart, RefundRequest.of().fee("Monogram"));
    }

    private void anAmountForTheWholeOrder() {
        refunded(2, us.shirtsAndScarf(), RefundRequest.of().orderAmount("10.00").because("Goodwill"));
    }

    private void taxOnly() {
        refunded(1, us.shirtsAndScarf(), RefundRequest.of().taxAdjustment("4.10"));
    }

    /** The tax refunded is below zero: some is collected by refunding less. */
    private void lessThanTheTaxThatIsDue() {
        refunded(3, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).override("39.40", "-0.60"));
    }

    private void lessARestockingFee() {
        refunded(1, us.shirtsAndScarf(), RefundRequest.of().lessAdjustment("LIN-SH", 1, "-6.00"));
    }

    private void toStoreCredit() {
        refunded(2, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00"));
    }

    private void toAGiftCertificate() {
        refunded(1, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toGiftCertificate("40.00"));
    }

    private void overThreePayments() {
        refunded(
                1,
                us.shirtsAndScarf(),
                RefundRequest.of()
                        .units("LIN-SH", 2)
                        .toStoreCredit("15.00")
                        .toGiftCertificate("20.00")
                        .to("checkout_paypalexpress", "30.00"));
    }

    private void everythingAtOnce() {
        refunded(2, us.shirtsAndScarf().with(Discount.promotionOf("7.77")), RefundRequest.everythingLeft());
        refunded(3, us.shirtsAndScarf(), RefundRequest.everythingLeft());
    }

    private void everythingInTwoParts() {
        Cart cart = us.shirtsAndScarf().with(Discount.coupon("THIRD", "33.3"));
        us.usual(1, cart)
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 1)))
                .later((shop, order) -> shop.refund(order, RefundRequest.everythingLeft()));
    }

    private void everythingOfAnOrderPaidInThreeWays() {
        Cart cart = us.shirtsAndScarf()
                .with(Discount.coupon("TEN", "10"))
                .change("WOL-SC", item -> item.wrapped("5.00"))
                .handling("3.00")
                .payByGiftCertificate("25.00")
                .payByStoreCredit("10.00");
        us.usual(1, cart)
                .soon((shop, order) ->
                        shop.refund(order, RefundRequest.of().units("LIN-SH", 1).shipping("4.00")))
                .later((shop, order) -> shop.refund(
                        order,
                        RefundRequest.everythingLeft()
                                .toGiftCertificate("25.00")
                                .toStoreCredit("10.00")));
    }

    private void declinedAtOnce() {
        us.usual(2, us.shirtsAndScarf())
                .soon((shop, order) ->
                        shop.declineRefund(shop.refund(order, RefundRequest.of().units("LIN-SH", 1))));
    }

    /** No event tells of the decline; the merchant's note about it does come. */
    private void declinedLater() {
        us.usual(1, us.shirtsAndScarf())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 1)))
                .later(RefundLives::declineAndNote);
    }

    private void declinedAndMadeAgain() {
        us.usual(3, us.shirtsAndScarf())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("WOL-SC", 1)))
                .later(RefundLives::declineAndNote)
                .soon((shop, order) ->
                        shop.refund(order, RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00")));
    }

    private static void declineAndNote(Store shop, long order) {
        shop.declineRefund(shop.order(order).refunds().get(0));
        shop.note(order, "The card's bank turned the refund down");
    }

    /** The refund stays, and what remains is taken back. */
    private void refundedThenCancelled() {
        us.usual(1, us.shirtsAndScarf())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 1)))
                .later(Store::cancel);
    }

    /** Parked until the bank turns it down. */
    private void moreThanWasPaid() {
        us.usual(1, us.shirtsAndScarf())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().override("500.00", "0.00")))
                .later(RefundLives::declineAndNote);
    }

    /** Parked until the edit is undone. */
    private void piecesThatAnEditTookAway() {
        us.usual(2, us.shirtsAndScarf())
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 2)))
                .then(
                        Duration.ofHours(20),
                        (shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(1))))
                .later((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(2))));
    }

    private void unheardOf() {
        us.usual(1, us.shirtsAndScarf())
                .thenUnheard(
                        Duration.ofDays(3),
                        (shop, order) -> shop.refund(order, RefundRequest.of().units("WOL-SC", 1)));
    }

    private void refunded(long channel, Cart cart, RefundRequest request) {
        us.usual(channel, cart).soon((shop, order) -> shop.refund(order, request));
    }
}
