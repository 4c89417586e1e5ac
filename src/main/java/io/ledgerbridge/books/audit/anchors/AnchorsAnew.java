package io.ledgerbridge.books.audit.anchors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's word that the first anchor may be made of what is there, though the anchors were lost. It holds on one day, so
 * that it doesn't stay in the settings for whoever loses them next.
 *
 * @param said the day in UTC, and a name, as in {@code 2026-11-05 j.doe}; null where nobody has said so
 */
public record AnchorsAnew(@Nullable String said) {

    /** The day as ISO 8601 has it, and a name of at most 200 characters that JSON holds as it is. */
    public static final String FORM = "\\d{4}-\\d{2}-\\d{2} [^\"\\\\\\p{Cntrl}]{1,200}";

    /** Who has said so for that day. */
    public Optional<String> by(Instant now) {
        String day = LocalDate.ofInstant(now, ZoneOffset.UTC) + " ";
        return Optional.ofNullable(said).filter(word -> word.startsWith(day)).map(word -> word.substring(day.length()));
    }
}
