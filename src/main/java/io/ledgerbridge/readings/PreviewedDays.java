package io.ledgerbridge.readings;

import java.time.LocalDate;

/**
 * Of which orders it is asked what would change: those whose first entry is dated into these days.
 *
 * @param to the last day; it is one of them
 * @param after those alone with a higher number; 0 for all
 */
public record PreviewedDays(LocalDate from, LocalDate to, long after) {}
