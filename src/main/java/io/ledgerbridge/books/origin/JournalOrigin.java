package io.ledgerbridge.books.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a journal was planned from. All of it is null in what was written before this was kept, and in entries that Sage X3
 * had and the books lacked.
 *
 * @param reading SHA-256 of the reading of its order, in hexadecimal
 * @param mapping the version of its channel's mapping then
 * @param plannedWith SHA-256 of what else was known of the order
 * @param lines for each line, the memo's after the entry's, the version of the mapping that names its account
 */
public record JournalOrigin(
        @Nullable String reading,
        @Nullable Integer mapping,
        @Nullable String plannedWith,
        List<@Nullable Integer> lines) {

    public static final JournalOrigin UNKNOWN = new JournalOrigin(null, null, null, List.of());

    public JournalOrigin {
        lines = Collections.unmodifiableList(new ArrayList<>(lines));
    }

    /**
     * The version of the mapping that names a line's account; null where it isn't known.
     *
     * @param index from 0, the memo's lines after the entry's
     */
    public @Nullable Integer ofLine(int index) {
        return index < lines.size() ? lines.get(index) : null;
    }

    /** Whether journals of both were planned together: from the same reading, under the same rules. */
    public boolean isOfSamePlan(JournalOrigin other) {
        return Objects.equals(reading, other.reading)
                && Objects.equals(mapping, other.mapping)
                && Objects.equals(plannedWith, other.plannedWith);
    }
}
