package io.ledgerbridge.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the work on an order did not get through, and by that what is to be done next. Whoever talks to BigCommerce or
 * Sage X3 says which it is; what follows from it is decided in one place, where the order's claim is given back.
 */
public abstract sealed class Fault extends RuntimeException implements InWords
        permits TransientFault,
                UncertainFault,
                TooEarlyFault,
                ThrottledFault,
                CredentialsFault,
                DownFault,
                PlannedAnewFault,
                NeedsPersonFault {

    private static final long serialVersionUID = 1L;

    Fault(String words, @Nullable Throwable cause) {
        super(words, cause);
    }

    @Override
    public final String words() {
        return String.valueOf(getMessage());
    }

    /** Has what follows from it done by the method for its kind. */
    public abstract void handledBy(FaultHandler handler);

    public static Fault passing(String words, @Nullable Throwable cause) {
        return new TransientFault(words, null, cause);
    }

    /** An answer that says nothing: likewise, but an order for which there never is another parks as unreadable. */
    public static Fault unreadable(String words, @Nullable Throwable cause) {
        ParkReason reason = new ParkReason(
                ParkCode.UNREADABLE,
                words,
                "See what the other side answers for this order, and have it mended there; then work the order again.");
        return new TransientFault(words, reason, cause);
    }

    public static Fault uncertain(String words, Instant notBefore) {
        return new UncertainFault(words, notBefore);
    }

    public static Fault tooEarly(String words, Instant notBefore) {
        return new TooEarlyFault(words, notBefore);
    }

    public static Fault throttled(Side side, String words, Instant notBefore) {
        return new ThrottledFault(side, words, notBefore);
    }

    public static Fault credentials(Side side, String words) {
        return new CredentialsFault(side, words);
    }

    public static Fault down(Side side, String words) {
        return new DownFault(side, words);
    }

    public static Fault plannedAnew(String words) {
        return new PlannedAnewFault(words);
    }

    public static Fault needsPerson(ParkReason reason) {
        return needsPersonAfter(1, reason);
    }

    /** A person is needed if it is the same at the last two of so many tries that failed. */
    public static Fault needsPersonAfter(int tries, ParkReason reason) {
        return new NeedsPersonFault(tries, reason);
    }
}
