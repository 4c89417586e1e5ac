package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Orders of the channel whose accounts are changed in November. What is in the books stays on the old ones. */
final class MappingLives {

    private static final long POP_UP = 4;
    private static final Duration AFTER_THE_CHANGE = Duration.ofDays(14);

    private final Scene us;

    MappingLives(Scene us) {
        this.us = us;
    }

    void all() {
        sold();
        cancelledAfterTheChange();
        refundedInPartAfterTheChange();
        refundedWholeAfterTheChange();
        movedAwayAfterTheChange();
        soldAfterTheChange();
    }

    private void sold() {
        us.usual(POP_UP, us.cart());
    }

    private void cancelledAfterTheChange() {
        us.usual(POP_UP, us.cart()).then(AFTER_THE_CHANGE, Store::cancel);
    }

    private void refundedInPartAfterTheChange() {
        us.usual(POP_UP, us.shirtsAndScarf())
                .then(
                        AFTER_THE_CHANGE,
                        (shop, order) -> shop.refund(order, RefundRequest.of().units("LIN-SH", 1)));
    }

    private void refundedWholeAfterTheChange() {
        us.usual(POP_UP, us.shirtsAndScarf())
                .then(AFTER_THE_CHANGE, (shop, order) -> shop.refund(order, RefundRequest.everythingLeft()));
    }

    private void movedAwayAfterTheChange() {
        us.usual(POP_UP, us.cart()).then(AFTER_THE_CHANGE, (shop, order) -> shop.moveToChannel(order, 1));
    }

    /** Parked while one of the new accounts is mistyped. */
    private void soldAfterTheChange() {
        for (int day = 1; day <= 3; day++) {
            us.life(POP_UP, us.cart(), DayBooks.REMAPPED.plus(Duration.ofDays(day)))
                    .paid();
        }
    }
}
