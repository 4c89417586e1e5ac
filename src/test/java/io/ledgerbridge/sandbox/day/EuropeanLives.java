package io.ledgerbridge.sandbox.day;

import static io.ledgerbridge.sandbox.day.Life.Deed.edit;
import static io.ledgerbridge.sandbox.day.Life.Deed.refund;

import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Orders of the store whose prices hold their tax, and which enters an order only when it is confirmed. */
final class EuropeanLives {

    private static final Duration SOON = Duration.ofMinutes(2);

    private EuropeanLives() {}

    static void all(Scene eu) {
        payments(eu);
        money(eu);
        refunds(eu);
        // rolls forward to the next month
        eu.paid(1, eu.cart(), DayBooks.WHILE_CLOSED);
        // found by the backfill alone
        eu.usual(1, eu.cart()).unheard();
    }

    private static void payments(Scene eu) {
        // confirmed in the next month
        eu.life(1, eu.cart())
                .then(SOON, Store::orderUnpaid)
                .soon(Store::confirm)
                .shipped();
        eu.life(1, eu.cart()).then(SOON, Store::orderPending).soon(Store::confirm);
        // held: nothing is in the ledger yet
        eu.life(1, eu.cart()).then(SOON, Store::orderPending);
        // cancelled before it was confirmed, and later
        eu.life(1, eu.cart()).then(SOON, Store::orderUnpaid).soon(Store::cancel);
        eu.usual(1, eu.cart()).soon(Store::cancel);
    }

    private static void money(Scene eu) {
        eu.paid(1, eu.shirtsAndScarf()).soon(edit(cart -> cart.change("LIN-SH", item -> item.times(1))));
        eu.usual(1, eu.cart().with(Discount.coupon("HERBST", "10")));
        eu.usual(1, eu.cart().with(Discount.promotionOf("15.00")));
        eu.usual(1, eu.wrapped("4.80").handling("2.40"));
        eu.usual(1, eu.shirtsAndScarf().payByGiftCertificate("30.00").payByStoreCredit("5.50"));
        eu.usual(1, eu.cart().with(Item.giftCertificate("75.00")));
        // exported
        eu.usual(1, eu.cart().taxRate("0"));
    }

    private static void refunds(Scene eu) {
        eu.refunded(1, eu.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1));
        eu.refunded(
                1,
                eu.shirtsAndScarf().with(Discount.coupon("HERBST", "10")),
                RefundRequest.of().units("LIN-SH", 1));
        eu.refunded(1, eu.shirtsAndScarf().shipping("12.00"), RefundRequest.of().shipping("6.00"));
        eu.refunded(
                1, eu.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00"));
        eu.refunded(1, eu.shirtsAndScarf(), RefundRequest.everythingLeft());
        // a free gift stays with the shopper, and so does its cost
        eu.refunded(
                1,
                eu.shirtsAndScarf().with(Item.of("TOT-BA", "Tote bag", "0.00").costing("3.00")),
                RefundRequest.of().units("LIN-SH", 2));
        // in two parts
        eu.refunded(
                        1,
                        eu.shirtsAndScarf().with(Discount.couponOf("ZEHNER", "10.00")),
                        RefundRequest.of().units("LIN-SH", 1))
                .later(refund(RefundRequest.everythingLeft()));
    }
}
