package io.ledgerbridge.api.proof;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.readings.PreviewedDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The days that a call names: a month, or a first and a last one. */
final class AskedDays {

    private static final int MOST_DAYS = 31;

    private AskedDays() {}

    static PreviewedDays of(JsonRequestBody asked) {
        long after = asked.optionalId("after").orElse(0L);
        if (asked.has("month")) {
            if (asked.has("from") || asked.has("to")) {
                throw refused("Either a month, or from and to");
            }
            YearMonth month = month(asked.text("month"));
            return new PreviewedDays(month.atDay(1), month.atEndOfMonth(), after);
        }
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw refused("from %s to %s are not 1 to %d days".formatted(from, to, MOST_DAYS));
        }
        return new PreviewedDays(from, to, after);
    }

    private static YearMonth month(String text) {
        try {
            if (text.length() != "2026-10".length()) {
                throw refused("month is a year and a month, such as 2026-10");
            }
            return YearMonth.parse(text);
        } catch (DateTimeException none) {
            throw refused("month is a year and a month, such as 2026-10");
        }
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
