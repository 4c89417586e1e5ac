package io.ledgerbridge.books.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which links are looked for.
 *
 * @param store null for every store
 * @param by who did it, as the link says; null for anybody
 * @param from the first instant
 * @param to behind the last
 * @param before the last link of the answer before; null for the newest
 * @param size so many at the most
 */
public record StepQuery(
        String step,
        @Nullable String store,
        @Nullable String by,
        Instant from,
        Instant to,
        @Nullable Place before,
        int size) {

    /** Where a link stands among those of its step. */
    public record Place(Instant at, long id) {}

    /** Where the next answer begins; before the end where there is none before. */
    Place place() {
        return before == null ? new Place(to, Long.MIN_VALUE) : before;
    }
}
