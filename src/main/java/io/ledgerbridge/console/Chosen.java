package io.ledgerbridge.console;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which orders a page is about, as its address says.
 *
 * @param store null for all of them
 * @param month of the days under which orders are listed; null for all
 */
public record Chosen(@Nullable String store, @Nullable YearMonth month) {

    /** What the parameter {@code month} says for all of them. */
    static final String ALL = "all";

    /** @param month {@code yyyy-MM}; anything else is this month, so that an old address still leads somewhere */
    static Chosen of(@Nullable String store, @Nullable String month, YearMonth now) {
        if (ALL.equals(month)) {
            return new Chosen(store, null);
        }
        try {
            return new Chosen(store, month == null ? now : YearMonth.parse(month));
        } catch (DateTimeParseException other) {
            return new Chosen(store, now);
        }
    }

    /** The first day; null where it is all. */
    public @Nullable LocalDate from() {
        return month == null ? null : month.atDay(1);
    }

    /** The last day; null where it is all. */
    public @Nullable LocalDate to() {
        return month == null ? null : month.atEndOfMonth();
    }

    /** The month as the parameter spells it. */
    public String monthText() {
        return month == null ? ALL : month.toString();
    }

    /** The address of another page about the same orders. */
    public String at(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        if (store != null) {
            address.queryParam("store", store);
        }
        return address.queryParam("month", monthText()).build().toUriString();
    }

    /** The address of a page about all months. */
    public String ofAllMonths(String path) {
        return new Chosen(store, null).at(path);
    }

    /** That of a page about one day. */
    public String onDay(String path, LocalDate day) {
        return UriComponentsBuilder.fromUriString(at(path))
                .queryParam("from", day)
                .queryParam("to", day)
                .build()
                .toUriString();
    }
}
