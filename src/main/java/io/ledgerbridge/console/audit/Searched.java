package io.ledgerbridge.console.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for by step; what is null doesn't matter.
 *
 * @param before where the page before ended
 */
record Searched(
        @Nullable String step,
        @Nullable String by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String before) {

    /** With days where there are none. */
    Searched within(LocalDate first, LocalDate last) {
        return new Searched(given(step), given(by), from == null ? first : from, to == null ? last : to, given(before));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
