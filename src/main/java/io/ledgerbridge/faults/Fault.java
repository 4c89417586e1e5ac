package io.ledgerbridge.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the work on an order did not get through, and by that what is to be done next. Whoever talks to BigCommerce or
 * Sage X3 says which it is; what follows from it is decided in one place, where the order's claim is given back.
 */
public abstract sealed class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Fault(String words, @Nullable Throwable cause) {
        super(words, cause);
    }

    /** Its words. */
    public final String words() {
        return String.valueOf(getMessage());
    }

    /** Has what follows from it done by the method for its kind. */
    public abstract void handledBy(Handler handler);

    /** What follows from each kind of fault. A kind that is added doesn't compile before it is handled here. */
    public interface Handler {

        void passing(Transient fault);

        void uncertain(Uncertain fault);

        void tooEarly(TooEarly fault);

        void throttled(Throttled fault);

        void refusedCredentials(CredentialsRefused fault);

        void down(Down fault);

        void plannedAnew(PlannedAnew fault);

        void needsPerson(NeedsPerson fault);
    }

    /** Nothing was changed by it: try again, later and later. */
    public static final class Transient extends Fault {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable ParkReason whenTimeIsUp;

        private Transient(String words, @Nullable ParkReason whenTimeIsUp, @Nullable Throwable cause) {
            super(words, cause);
            this.whenTimeIsUp = whenTimeIsUp;
        }

        /** Why the order parks when its time is up; null where that is known by its words alone. */
        public @Nullable ParkReason whenTimeIsUp() {
            return whenTimeIsUp;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.passing(this);
        }
    }

    /** Something was sent, and what became of it can't be known before an instant: then, and later and later, ask. */
    public static final class Uncertain extends Fault {

        private static final long serialVersionUID = 1L;

        private final Instant notBefore;

        private Uncertain(String words, Instant notBefore) {
            super(words, null);
            this.notBefore = notBefore;
        }

        /** When it can be known at the earliest. */
        public Instant notBefore() {
            return notBefore;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.uncertain(this);
        }
    }

    /** What became of an earlier sending can't be known before an instant: nothing was tried. */
    public static final class TooEarly extends Fault {

        private static final long serialVersionUID = 1L;

        private final Instant notBefore;

        private TooEarly(String words, Instant notBefore) {
            super(words, null);
            this.notBefore = notBefore;
        }

        /** When it can be known at the earliest. */
        public Instant notBefore() {
            return notBefore;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.tooEarly(this);
        }
    }

    /** The other side says how long to wait: no order of the store can go on before. */
    public static final class Throttled extends Fault {

        private static final long serialVersionUID = 1L;

        private final Side side;
        private final Instant notBefore;

        private Throttled(Side side, String words, Instant notBefore) {
            super(words, null);
            this.side = side;
            this.notBefore = notBefore;
        }

        public Side side() {
            return side;
        }

        /** Until when it says to wait. */
        public Instant notBefore() {
            return notBefore;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.throttled(this);
        }
    }

    /** The other side doesn't take our credentials: no order of the store can go on. */
    public static final class CredentialsRefused extends Fault {

        private static final long serialVersionUID = 1L;

        private final Side side;

        private CredentialsRefused(Side side, String words) {
            super(words, null);
            this.side = side;
        }

        public Side side() {
            return side;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.refusedCredentials(this);
        }
    }

    /** The other side failed so often that it is left alone for a while: no order of the store can go on. */
    public static final class Down extends Fault {

        private static final long serialVersionUID = 1L;

        private final Side side;

        private Down(Side side, String words) {
            super(words, null);
            this.side = side;
        }

        public Side side() {
            return side;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.down(this);
        }
    }

    /** What was refused is to be planned anew: work the order again at once. */
    public static final class PlannedAnew extends Fault {

        private static final long serialVersionUID = 1L;

        private PlannedAnew(String words) {
            super(words, null);
        }

        @Override
        public void handledBy(Handler handler) {
            handler.plannedAnew(this);
        }
    }

    /** A person is needed. */
    public static final class NeedsPerson extends Fault {

        private static final long serialVersionUID = 1L;

        private final transient ParkReason reason;
        private final int tries;

        private NeedsPerson(int tries, ParkReason reason) {
            super(reason.code() + ": " + reason.detail(), null);
            this.reason = reason;
            this.tries = tries;
        }

        public ParkReason reason() {
            return reason;
        }

        /** At which try in a row that fails the order parks; from 1. */
        public int tries() {
            return tries;
        }

        @Override
        public void handledBy(Handler handler) {
            handler.needsPerson(this);
        }
    }

    public static Fault passing(String words, @Nullable Throwable cause) {
        return new Transient(words, null, cause);
    }

    /** An answer that says nothing: likewise, but an order for which there never is another parks as unreadable. */
    public static Fault unreadable(String words, @Nullable Throwable cause) {
        ParkReason reason = new ParkReason(
                ParkCode.UNREADABLE,
                words,
                "See what the other side answers for this order, and have it mended there; then replay the order.");
        return new Transient(words, reason, cause);
    }

    public static Fault uncertain(String words, Instant notBefore) {
        return new Uncertain(words, notBefore);
    }

    public static Fault tooEarly(String words, Instant notBefore) {
        return new TooEarly(words, notBefore);
    }

    public static Fault throttled(Side side, String words, Instant notBefore) {
        return new Throttled(side, words, notBefore);
    }

    public static Fault credentials(Side side, String words) {
        return new CredentialsRefused(side, words);
    }

    public static Fault down(Side side, String words) {
        return new Down(side, words);
    }

    public static Fault plannedAnew(String words) {
        return new PlannedAnew(words);
    }

    public static Fault needsPerson(ParkReason reason) {
        return needsPersonAfter(1, reason);
    }

    /** A person is needed if it is the same at the last two of so many tries that failed. */
    public static Fault needsPersonAfter(int tries, ParkReason reason) {
        return new NeedsPerson(tries, reason);
    }
}
