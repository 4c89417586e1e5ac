package io.ledgerbridge.api.audit;

import io.ledgerbridge.books.audit.StepQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which links of all chains are asked for, as the address says it; what is left out or empty doesn't matter.
 *
 * @param by who did it
 * @param from the first day, in UTC
 * @param to the last; where nobody is named, both are needed, at most 92 days apart
 * @param before where the page begins, as the page before it has told
 */
public record StepParameters(
        @Nullable String step,
        @Nullable String store,
        @Nullable String by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String before) {

    /** So many days at once of what anybody did. */
    private static final int MOST_DAYS = 92;

    public StepParameters {
        step = given(step);
        store = given(store);
        by = given(by);
        before = given(before);
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    /** Whether a step or a person is named, by which links are found. */
    public boolean isAsked() {
        return step != null || by != null;
    }

    /** The same of a store; where nobody is named, of so many days, up to a last one, unless it names others. */
    public StepParameters of(@Nullable String one, int days, LocalDate today) {
        if (by != null) {
            return new StepParameters(step, one, by, from, to, before);
        }
        LocalDate last = to != null ? to : from == null ? today : from.plusDays(days);
        return new StepParameters(step, one, null, from == null ? last.minusDays(days) : from, last, before);
    }

    /**
     * What is looked for.
     *
     * @throws ResponseStatusException 400 where that would be too much
     */
    public StepQuery query() {
        if (!isAsked()) {
            throw refused("step or by is needed: what was done, or who did it");
        }
        if (by == null
                && (from == null || to == null || from.plusDays(MOST_DAYS).isBefore(to))) {
            throw refused("from and to are days, at most %d apart where nobody is named".formatted(MOST_DAYS));
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("from is a day, and to none before it");
        }
        return new StepQuery(
                step, store, by, start(from), start(to == null ? null : to.plusDays(1)), StepPlaces.read(before));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
