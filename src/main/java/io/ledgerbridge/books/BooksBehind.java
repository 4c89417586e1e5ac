package io.ledgerbridge.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store whose books are older than what Sage X3 has.
 *
 * @param order by which it showed first
 * @param x3Number X3's number of an entry that the books lacked; none where the database lost what was sent
 * @param entries how many showed so far
 */
public record BooksBehind(
        String store,
        Instant since,
        long order,
        String reference,
        @Nullable String x3Number,
        int entries) {}
