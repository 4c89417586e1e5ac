package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.time.ZoneOffset;

/** Orders of the store whose prices hold their tax, and which enters an order only when it is confirmed. */
final class EuropeanLives {

    private final Scene eu;

    EuropeanLives(Scene eu) {
        this.eu = eu;
    }

    void all() {
        confirmedInTheNextMonth();
        stillPending();
        cancelledBeforeItWasConfirmed();
        cancelled();
        edited();
        withACoupon();
        wrapped();
        paidByGiftCertificate();
        giftCertificateSold();
        exported();
        onePieceRefunded();
        onePieceOfADiscountedOrderRefunded();
        shippingRefunded();
        refundedToStoreCredit();
        refundedWhole();
        refundedWholeInTwoParts();
        madeInAMonthThatIsClosed();
        unheardOf();
    }

    private void confirmedInTheNextMonth() {
        eu.life(1, eu.cart())
                .then(Duration.ofMinutes(2), Store::orderUnpaid)
                .soon(Store::confirm)
                .shipped();
        eu.life(1, eu.cart()).then(Duration.ofMinutes(2), Store::orderPending).soon(Store::confirm);
    }

    /** Held: nothing is in the ledger yet. */
    private void stillPending() {
        eu.life(1, eu.cart()).then(Duration.ofMinutes(2), Store::orderPending);
    }

    private void cancelledBeforeItWasConfirmed() {
        eu.life(1, eu.cart()).then(Duration.ofMinutes(2), Store::orderUnpaid).soon(Store::cancel);
    }

    private void cancelled() {
        eu.usual(1, eu.cart()).soon(Store::cancel);
    }

    private void edited() {
        eu.life(1, eu.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(1))));
    }

    private void withACoupon() {
        eu.usual(1, eu.cart().with(Discount.coupon("HERBST", "10")));
        eu.usual(1, eu.cart().with(Discount.promotionOf("15.00")));
    }

    private void wrapped() {
        eu.usual(
                1,
                eu.shirtsAndScarf()
                        .change("WOL-SC", item -> item.wrapped("4.80"))
                        .handling("2.40"));
    }

    private void paidByGiftCertificate() {
        eu.usual(1, eu.shirtsAndScarf().payByGiftCertificate("30.00").payByStoreCredit("5.50"));
    }

    private void giftCertificateSold() {
        eu.usual(1, eu.cart().with(Item.giftCertificate("75.00")));
    }

    private void exported() {
        eu.usual(1, eu.cart().taxRate("0"));
    }

    private void onePieceRefunded() {
        refunded(eu.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1));
    }

    private void onePieceOfADiscountedOrderRefunded() {
        refunded(
                eu.shirtsAndScarf().with(Discount.coupon("HERBST", "10")),
                RefundRequest.of().units("LIN-SH", 1));
    }

    private void shippingRefunded() {
        refunded(eu.shirtsAndScarf().shipping("12.00"), RefundRequest.of().shipping("6.00"));
    }

    private void refundedToStoreCredit() {
        refunded(eu.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00"));
    }

    private void refundedWhole() {
        refunded(eu.shirtsAndScarf(), RefundRequest.everythingLeft());
    }

    private void refundedWholeInTwoParts() {
        eu.usual(1, eu.shirtsAndScarf().with(Discount.couponOf("ZEHNER", "10.00")))
                .soon((shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 1)))
                .later((shop, order) -> shop.refund(order, RefundRequest.everythingLeft()));
    }

    /** Found by the backfill alone. */
    private void unheardOf() {
        eu.usual(1, eu.cart()).unheard();
    }

    private void refunded(Cart cart, RefundRequest request) {
        eu.usual(1, cart).soon((shop, order) -> shop.refund(order, request));
    }

    /** Rolls forward to the next month. */
    private void madeInAMonthThatIsClosed() {
        eu.life(1, eu.cart(), DayBooks.CLOSED.atDay(2).atTime(15, 0).toInstant(ZoneOffset.UTC))
                .paid();
    }
}
