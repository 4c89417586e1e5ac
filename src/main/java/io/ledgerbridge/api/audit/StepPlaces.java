package io.ledgerbridge.api.audit;

import io.ledgerbridge.books.audit.FoundStep;
import io.ledgerbridge.books.audit.StepQuery.Place;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Writes where an answer ended, and reads it. */
final class StepPlaces {

    private StepPlaces() {}

    static String of(List<FoundStep> found) {
        FoundStep last = found.get(found.size() - 1);
        return last.link().at() + "~" + last.id();
    }

    static @Nullable Place read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split("~", 2);
        try {
            return new Place(Instant.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
        } catch (DateTimeParseException | NumberFormatException other) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "before is what an answer has as next");
        }
    }
}
