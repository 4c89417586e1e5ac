package io.ledgerbridge.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the work on an order did not get through, and by that what is to be done next. Whoever talks to BigCommerce or
 * Sage X3 says which it is; what follows from it is decided in one place, where the order's claim is given back.
 */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What follows from a fault. */
    public enum Kind {
        /** Nothing was changed by it: try again, later and later. */
        TRANSIENT,
        /** Something was sent, and what became of it can't be known before an instant: then, and later and later, ask. */
        UNCERTAIN,
        /** What became of an earlier sending can't be known before an instant: nothing was tried. */
        TOO_EARLY,
        /** The other side says how long to wait: no order of the store can go on before. */
        THROTTLED,
        /** The other side doesn't take our credentials: no order of the store can go on. */
        CREDENTIALS,
        /** The other side failed so often that it is left alone for a while: no order of the store can go on. */
        DOWN,
        /** What was refused is to be planned anew: work the order again at once. */
        PLANNED_ANEW,
        /** A person is needed. */
        REFUSED
    }

    private final Kind kind;
    private final @Nullable Side side;
    private final transient @Nullable Instant notBefore;
    private final transient @Nullable ParkReason reason;
    private final int tries;

    private Fault(
            Kind kind,
            @Nullable Side side,
            String words,
            @Nullable Instant notBefore,
            @Nullable ParkReason reason,
            int tries,
            @Nullable Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.side = side;
        this.notBefore = notBefore;
        this.reason = reason;
        this.tries = tries;
    }

    public static Fault passing(String words, @Nullable Throwable cause) {
        return new Fault(Kind.TRANSIENT, null, words, null, null, 1, cause);
    }

    /** An answer that says nothing: likewise, but an order for which there never is another parks as unreadable. */
    public static Fault unreadable(String words, @Nullable Throwable cause) {
        ParkReason reason = new ParkReason(
                ParkCode.UNREADABLE,
                words,
                "See what the other side answers for this order, and have it mended there; then replay the order.");
        return new Fault(Kind.TRANSIENT, null, words, null, reason, 1, cause);
    }

    public static Fault uncertain(String words, Instant notBefore) {
        return new Fault(Kind.UNCERTAIN, null, words, notBefore, null, 1, null);
    }

    public static Fault tooEarly(String words, Instant notBefore) {
        return new Fault(Kind.TOO_EARLY, null, words, notBefore, null, 1, null);
    }

    public static Fault throttled(Side side, String words, Instant notBefore) {
        return new Fault(Kind.THROTTLED, side, words, notBefore, null, 1, null);
    }

    public static Fault credentials(Side side, String words) {
        return new Fault(Kind.CREDENTIALS, side, words, null, null, 1, null);
    }

    public static Fault down(Side side, String words) {
        return new Fault(Kind.DOWN, side, words, null, null, 1, null);
    }

    public static Fault plannedAnew(String words) {
        return new Fault(Kind.PLANNED_ANEW, null, words, null, null, 1, null);
    }

    public static Fault needsPerson(ParkReason reason) {
        return needsPersonAfter(1, reason);
    }

    /** A person is needed if it is the same at the last two of so many tries that failed. */
    public static Fault needsPersonAfter(int tries, ParkReason reason) {
        return new Fault(Kind.REFUSED, null, reason.code() + ": " + reason.detail(), null, reason, tries, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Whose fault it is, for those that no order of the store can get past; otherwise null. */
    public @Nullable Side side() {
        return side;
    }

    /** When the next try makes sense, for uncertain, too early and throttled faults. */
    public @Nullable Instant notBefore() {
        return notBefore;
    }

    /** Why the order parks, for refused faults, and for transient ones of which that is known when their time is up. */
    public @Nullable ParkReason reason() {
        return reason;
    }

    /** At which try in a row that fails the order parks, for refused faults. */
    public int tries() {
        return tries;
    }

    /** Its words. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
