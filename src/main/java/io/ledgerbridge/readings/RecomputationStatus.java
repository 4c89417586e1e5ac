package io.ledgerbridge.readings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last run has come that planned all journals again, and what it found.
 *
 * @param checked journals so far
 * @param notKept of them those that can't be planned again: written before readings were kept, or pruned
 * @param different of them those that come out otherwise
 * @param found the first {@value #MOST} of these
 * @param state {@code running}, {@code done}, or {@code failed} where the database failed under it
 * @param at of its end, or of its last progress
 */
public record RecomputationStatus(
        long checked, long notKept, long different, List<Found> found, String state, Instant at) {

    static final int MOST = 100;
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    /**
     * A journal that comes out otherwise.
     *
     * @param words in what
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(String store, long order, String reference, int generation, String words) {

        static Found of(RecomputedJournal journal) {
            return new Found(
                    journal.store(), journal.order(), journal.reference(), journal.generation(), journal.words());
        }
    }

    public RecomputationStatus {
        found = List.copyOf(found);
    }

    /** One that has just begun. */
    public static RecomputationStatus begun(Instant now) {
        return new RecomputationStatus(0, 0, 0, List.of(), RUNNING, now);
    }

    /** Whether every journal that can be planned again comes out the same; null as long as that isn't known. */
    public @Nullable Boolean ok() {
        return different > 0 ? Boolean.FALSE : state.equals(DONE) ? Boolean.TRUE : null;
    }

    RecomputationStatus with(List<RecomputedJournal> journals) {
        List<RecomputedJournal> others = journals.stream()
                .filter(journal -> journal.outcome() == Recomputed.Outcome.DIFFERENT)
                .toList();
        List<Found> all = new ArrayList<>(found);
        others.stream().limit(MOST - (long) all.size()).map(Found::of).forEach(all::add);
        long unknown = journals.stream()
                .filter(journal -> journal.outcome() == Recomputed.Outcome.UNKNOWN)
                .count();
        return new RecomputationStatus(
                checked + journals.size(), notKept + unknown, different + others.size(), all, state, at);
    }
}
