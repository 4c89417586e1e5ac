package io.ledgerbridge.approvals;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person asked for.
 *
 * @param order 0 where it is about no single one
 * @param decidedBy the second person, once decided
 * @param why of a refusal
 */
public record Approval(
        long id,
        Kind kind,
        String store,
        long order,
        Request request,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String why) {

    /** What is asked for. */
    public enum Kind {
        RECORD_REFUND,
        REMOVE_REFUND,
        REPLAY;

        /** As rows and answers spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it is decided. */
    public enum State {
        WAITING,
        CONFIRMED,
        REFUSED;

        /** As rows and answers spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
