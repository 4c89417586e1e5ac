package io.ledgerbridge.readings;

import io.ledgerbridge.database.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last run has come that planned all journals again.
 *
 * @param checked journals so far
 * @param notKept of them those that can't be planned again: written before readings were kept, taken over from Sage X3, or pruned
 * @param different of them those that come out otherwise
 * @param state {@code running}, {@code done}, or {@code failed} where the database failed under it, or its process ended
 * @param at of its end, or of its last progress
 */
public record RecomputationStatus(long checked, long notKept, long different, String state, Instant at) {

    /**
     * A journal that comes out otherwise.
     *
     * @param reference null where an order's journals can't be read; so with the generation
     * @param words in what
     */
    public record Found(
            String store,
            long order,
            @Nullable String reference,
            @Nullable Integer generation,
            String words) {}

    /** One that has just begun. */
    public static RecomputationStatus begun(Instant now) {
        return new RecomputationStatus(0, 0, 0, RunState.RUNNING.label(), now);
    }

    /** Whether every journal that can be planned again comes out the same; null as long as that isn't known. */
    public @Nullable Boolean ok() {
        return different > 0 ? Boolean.FALSE : state.equals(RunState.DONE.label()) ? Boolean.TRUE : null;
    }

    RecomputationStatus with(List<RecomputedJournal> journals) {
        return new RecomputationStatus(
                checked + journals.size(),
                notKept + count(journals, Recomputed.Outcome.UNKNOWN),
                different + count(journals, Recomputed.Outcome.DIFFERENT),
                state,
                at);
    }

    private static long count(List<RecomputedJournal> journals, Recomputed.Outcome outcome) {
        return journals.stream().filter(journal -> journal.is(outcome)).count();
    }
}
