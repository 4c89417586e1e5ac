package io.ledgerbridge.sandbox.day;

import static io.ledgerbridge.sandbox.day.Life.Deed.edit;
import static io.ledgerbridge.sandbox.day.Life.Deed.refund;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Orders of the store whose prices hold their tax, and which enters an order only when it is confirmed. */
final class EuropeanLives {

    private static final long FRANCE = 2;
    private static final Duration SOON = Duration.ofMinutes(2);

    private EuropeanLives() {}

    static void all(Scene eu) {
        payments(eu);
        money(eu);
        refunds(eu);
        france(eu);
        // rolls forward to the next month
        eu.paid(1, eu.cart(), DayBooks.WHILE_CLOSED);
        // found by the backfill alone
        eu.usual(1, eu.cart()).unheard();
    }

    /** A shirt at 20 %, and two books at 5.5 %. */
    private static Cart french() {
        return abroad("FR", "0.20")
                .with(Item.of("LIV-01", "Livre", "21.10").times(2).taxedAt("0.055"))
                .shipping("6.00");
    }

    private static Cart abroad(String country, String rate) {
        return Cart.in("EUR")
                .taxRate(rate)
                .with(Item.of("CHE-01", "Chemise", "61.90").times(2))
                .to(country);
    }

    private static void france(Scene eu) {
        Discount coupon = Discount.coupon("DIX", "10");
        eu.usual(FRANCE, french());
        eu.usual(FRANCE, french().with(coupon));
        eu.usual(FRANCE, french().with(Discount.promotionOf("7.77")).with(Item.giftCertificate("50.00")));
        eu.usual(FRANCE, french().change("LIV-01", item -> item.wrapped("2.40")).payByStoreCredit("11.11"));
        eu.life(FRANCE, french()).then(SOON, Store::orderUnpaid).soon(Store::confirm);
        eu.usual(FRANCE, french().with(coupon)).soon(Store::cancel);
        eu.usual(FRANCE, french().with(coupon)).soon(edit(cart -> cart.change("LIV-01", item -> item.times(5))));
        // of one rate, of both, and what is left; all at once; an amount without its tax
        eu.refunded(FRANCE, french(), RefundRequest.of().units("LIV-01", 1));
        RefundRequest both =
                RefundRequest.of().units("LIV-01", 1).units("CHE-01", 1).shipping("3.00");
        eu.refunded(FRANCE, french().with(coupon), both);
        eu.refunded(FRANCE, french().with(coupon), RefundRequest.of().units("LIV-01", 1))
                .later(refund(RefundRequest.everythingLeft()));
        eu.refunded(FRANCE, french(), RefundRequest.everythingLeft().by("storecredit"));
        eu.refunded(FRANCE, french(), RefundRequest.wholeAmount());
        eu.refunded(FRANCE, french(), both).later(Store::cancel);
        // one-stop shop, and exports
        eu.usual(FRANCE, abroad("DE", "0.19").shipping("9.00"));
        eu.refunded(
                FRANCE,
                abroad("DE", "0.19").billedTo("FR").with(coupon),
                RefundRequest.of().units("CHE-01", 1));
        eu.usual(FRANCE, abroad("CH", "0").shipping("15.00").billedTo("FR"));
        eu.refunded(FRANCE, abroad("US", "0").with(coupon), RefundRequest.of().units("CHE-01", 1));
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
