package io.ledgerbridge.sandbox.day;

import static io.ledgerbridge.sandbox.day.Life.Deed.edit;
import static io.ledgerbridge.sandbox.day.Life.Deed.refund;

import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Orders after the day with which nobody is done yet, so that whoever looks at the console finds something to do. */
final class LeftLives {

    private static final Duration SOON = Duration.ofMinutes(2);

    private LeftLives() {}

    static void all(Scene us, Scene eu) {
        // a way of paying without an account, twice
        us.paid(1, us.cart().payBy("sezzle"));
        us.paid(1, us.shirtsAndScarf().payBy("sezzle"));
        // sold where no accounts are set up
        us.paid(DayBooks.UNMAPPED, us.cart());
        // a dollar that nobody explains
        us.paid(3, us.shirtsAndScarf().unexplained("1.00"));
        // an edit leaves more paid than is due
        us.usual(1, us.shirtsAndScarf().payBy("stripe")).soon(edit(cart -> cart.without("WOL-SC")));
        // more given back than was paid, and pieces that an edit took away
        us.refunded(2, us.shirtsAndScarf(), RefundRequest.of().override("500.00", "0.00"));
        us.refunded(3, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 2))
                .later(edit(cart -> cart.change("LIN-SH", item -> item.times(1))));
        // an edit before its entry, and a refund
        us.paid(2, us.shirtsAndScarf())
                .soon(edit(cart -> cart.change("LIN-SH", item -> item.times(1))))
                .later(refund(RefundRequest.of().units("WOL-SC", 1)));
        // not paid yet
        eu.life(1, eu.cart()).then(SOON, Store::orderUnpaid);
        eu.life(1, eu.cart()).then(SOON, Store::orderUnpaid);
    }
}
