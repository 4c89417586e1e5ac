package io.ledgerbridge.api.orders;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked for; null where there is no bound.
 *
 * @param from the first
 * @param to the last
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** As it follows "orders": {@code  of November 2026}; empty where there is no bound. */
    String text() {
        if (from != null && to != null) {
            return isMonth(from, to) ? " of " + MONTH.format(from) : " of %s to %s".formatted(from, to);
        }
        if (from != null) {
            return " from %s on".formatted(from);
        }
        return to == null ? "" : " up to %s".formatted(to);
    }

    private static boolean isMonth(LocalDate first, LocalDate last) {
        YearMonth month = YearMonth.from(first);
        return first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth());
    }
}
