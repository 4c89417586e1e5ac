package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Status;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Orders that are paid at once, later or never, and those that are none of the ledger's business. */
final class PaymentLives {

    private final Scene us;

    PaymentLives(Scene us) {
        this.us = us;
    }

    void all() {
        abandoned();
        declinedInTheCheckout();
        confirmedInTheNextMonth();
        paidByBankTransfer();
        stillWaitingForItsPayment();
        neverPaid();
        verifiedByHand();
        cancelled();
        cancelledBeforeItWasShipped();
        cancelledAndRestored();
        declinedByStaff();
        disputed();
        refundedInNameOnly();
        archivedAfterPosting();
        abandonedAndArchived();
        madeBeforeTheBooksBegin();
        madeBeforeTheBooksBeginAndBackfilled();
        unheardOf();
        migrated();
        madeInAMonthThatIsClosed();
    }

    private void abandoned() {
        us.life(1, us.cart());
        us.life(2, us.cart());
    }

    private void declinedInTheCheckout() {
        us.life(1, us.cart()).then(Duration.ofMinutes(1), Store::decline);
    }

    /** Entered at 31 October; the confirmation moves it to November. */
    private void confirmedInTheNextMonth() {
        for (long channel = 1; channel <= 3; channel++) {
            us.life(channel, us.cart())
                    .then(Duration.ofMinutes(2), Store::orderPending)
                    .soon(Store::confirm)
                    .shipped();
        }
    }

    private void paidByBankTransfer() {
        us.life(3, us.cart())
                .then(Duration.ofMinutes(2), Store::orderUnpaid)
                .then(Duration.ofHours(2), Store::confirm)
                .shipped();
    }

    private void stillWaitingForItsPayment() {
        us.life(1, us.cart()).then(Duration.ofMinutes(2), Store::orderUnpaid);
    }

    private void neverPaid() {
        us.life(2, us.cart()).then(Duration.ofMinutes(2), Store::orderUnpaid).soon(Store::cancel);
    }

    private void verifiedByHand() {
        us.life(1, us.cart())
                .then(Duration.ofMinutes(2), (shop, order) -> shop.become(order, Status.MANUAL_VERIFICATION))
                .soon(Store::confirm);
    }

    private void cancelled() {
        us.usual(1, us.cart()).soon(Store::cancel);
        us.usual(3, us.cart()).soon(Store::cancel);
    }

    private void cancelledBeforeItWasShipped() {
        us.life(2, us.cart()).paid().then(Duration.ofMinutes(20), Store::cancel);
    }

    private void cancelledAndRestored() {
        us.life(1, us.cart())
                .paid()
                .soon(Store::cancel)
                .later((shop, order) -> shop.become(order, Status.AWAITING_FULFILMENT))
                .shipped();
    }

    private void declinedByStaff() {
        us.life(2, us.cart()).paid().soon(Store::decline);
    }

    private void disputed() {
        us.usual(1, us.cart()).soon((shop, order) -> shop.become(order, Status.DISPUTED));
    }

    /** Staff set the status; no money moved, so the ledger stays as it is. */
    private void refundedInNameOnly() {
        us.usual(3, us.cart()).soon((shop, order) -> shop.become(order, Status.REFUNDED));
    }

    private void archivedAfterPosting() {
        us.usual(1, us.cart()).soon(Store::archive);
    }

    private void abandonedAndArchived() {
        us.life(3, us.cart()).then(Duration.ofMinutes(30), Store::archive);
    }

    private void madeBeforeTheBooksBegin() {
        us.life(1, us.cart(), Instant.parse("2026-09-28T16:20:00Z")).paid().then(Duration.ofDays(33), Store::ship);
    }

    private void madeBeforeTheBooksBeginAndBackfilled() {
        us.life(2, us.cart(), DayBooks.BACKFILLED.atTime(18, 0).toInstant(ZoneOffset.UTC))
                .paid()
                .then(Duration.ofDays(32), Store::ship);
    }

    /** Found by the backfill alone. */
    private void unheardOf() {
        us.usual(1, us.cart()).unheard();
        us.usual(3, us.cart()).unheard().soon(Store::cancel);
    }

    private void migrated() {
        us.life(2, us.cart())
                .then(Duration.ZERO, (shop, order) -> shop.cameFrom(order, "M-MIG"))
                .paid();
    }

    /** Parks, until the month is opened in X3 and the order is replayed. */
    private void madeInAMonthThatIsClosed() {
        us.life(1, us.cart(), DayBooks.CLOSED.atDay(2).atTime(15, 0).toInstant(ZoneOffset.UTC))
                .paid();
    }
}
