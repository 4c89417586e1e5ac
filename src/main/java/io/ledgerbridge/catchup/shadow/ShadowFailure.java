package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.DatabaseFailure;
import io.ledgerbridge.faults.DownFault;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ThrottledFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.http.UnreadableAnswer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an order could not be compared, and what follows.
 *
 * @param code why it is unread where it stays so
 * @param tries after so many it stays so; 0 where that is no fault of the order's, and no try of it
 * @param isStores whether others of the store are likely to fail, too, so that the run waits
 */
record ShadowFailure(ParkCode code, String words, int tries, boolean isStores) {

    /** BigCommerce is down for hours at times, and an order may be all that is left of a run. */
    static final int MOST_TRIES = 10;

    /** An answer that says nothing, or that nobody foresaw, may be another the next time. */
    private static final int TRIES_TO_READ = 3;

    private static final int MOST_CAUSES = 20;

    static ShadowFailure of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> new ShadowFailure(
                        ParkCode.GAVE_UP,
                        FailureWords.of(thrown),
                        FailureWords.isDefect(thrown) ? TRIES_TO_READ : MOST_TRIES,
                        true));
    }

    private static Optional<ShadowFailure> known(Throwable cause) {
        if (cause instanceof NeedsPersonFault fault) {
            return Optional.of(
                    new ShadowFailure(fault.reason().parks(), fault.reason().detail(), fault.tries(), false));
        }
        if (cause instanceof UnreadableAnswer answer) {
            return Optional.of(new ShadowFailure(ParkCode.UNREADABLE, answer.words(), TRIES_TO_READ, false));
        }
        if (cause instanceof TransientFault fault) {
            return Optional.of(
                    fault.whenTimeIsUp() == null
                            ? new ShadowFailure(ParkCode.GAVE_UP, fault.words(), MOST_TRIES, true)
                            : new ShadowFailure(fault.whenTimeIsUp().parks(), fault.words(), TRIES_TO_READ, false));
        }
        boolean isNoTry = cause instanceof ThrottledFault
                || cause instanceof CredentialsFault
                || cause instanceof DownFault
                || DatabaseFailure.isBehind(cause);
        return isNoTry
                ? Optional.of(new ShadowFailure(ParkCode.GAVE_UP, FailureWords.of(cause), 0, true))
                : Optional.empty();
    }

    /** Whether the order stays unread. */
    boolean isLast(int tries) {
        return isTry() && tries >= this.tries;
    }

    /** Whether it counts as a try of the order. */
    boolean isTry() {
        return tries > 0;
    }
}
