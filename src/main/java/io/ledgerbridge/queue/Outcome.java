package io.ledgerbridge.queue;

import io.ledgerbridge.faults.ParkReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the work on an order ended. */
sealed interface Outcome {

    /** As the table {@code due_order}, the metrics and the log spell it. */
    String label();

    /** Why, where there is something to say. */
    default String words() {
        return "";
    }

    /** The code of why an order makes no entry now, as the table spells it; null where it makes all of them. */
    default @Nullable String code() {
        return null;
    }

    /** What a person can do about it; null where there is nothing to do. */
    default @Nullable String remedy() {
        return null;
    }

    /** The ledger holds what it should. */
    record Posted() implements Outcome {
        @Override
        public String label() {
            return "posted";
        }
    }

    /** It waits for its payment. */
    record Held(String words) implements Outcome {
        @Override
        public String label() {
            return "held";
        }

        @Override
        public String code() {
            return label();
        }
    }

    /** A person has set it aside. */
    record SetAside(String words) implements Outcome {

        @Override
        public String label() {
            return "set-aside";
        }

        @Override
        public String code() {
            return label();
        }
    }

    /** It makes no entry. */
    record Ignored(String words) implements Outcome {
        @Override
        public String label() {
            return "ignored";
        }

        @Override
        public String code() {
            return label();
        }
    }

    /** It can't go on without a person. */
    record Parked(ParkReason reason) implements Outcome {
        @Override
        public String label() {
            return "parked";
        }

        @Override
        public String words() {
            return reason.detail();
        }

        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public String remedy() {
            return reason.remedy();
        }
    }

    /** It goes on later; this is no end, and is not written as one. */
    record Waiting(Instant until, String words) implements Outcome {
        @Override
        public String label() {
            return "waiting";
        }
    }
}
