package io.ledgerbridge.settings.binding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/**
 * A value as its source has it.
 *
 * @param read what its source has made of it, which may be a boolean or a number
 * @param text with its placeholders filled in where they can be, without blanks around it
 */
record WrittenValue(Object read, String text, @Nullable Origin origin) {

    boolean isBlank() {
        return text.isEmpty();
    }

    /** Spring leaves a placeholder as it is when nothing fills it. */
    boolean isUnfilled() {
        return text.contains("${");
    }

    /** Whether YAML has made something else of it than is written: of {@code NO} false, of {@code 0411000} 135680. */
    boolean isMisread() {
        return read instanceof Boolean || (read instanceof Number && !isAsWritten());
    }

    private boolean isAsWritten() {
        return inFile(origin)
                .map(place ->
                        line(place).substring(place.getLocation().getColumn()).startsWith(read.toString()))
                .orElse(true);
    }

    private static String line(TextResourceOrigin place) {
        try {
            return place.getResource()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(place.getLocation().getLine())
                    .findFirst()
                    .orElse("");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** For a message; a password in a URL is a secret. */
    String quoted() {
        return quoted(text);
    }

    static String quoted(String text) {
        return '"' + text.replaceAll("//[^/]*@", "//***@") + '"';
    }

    /** Where it is written, as the end of a line: in which line of a file, or in which variable; empty if unknown. */
    static String place(@Nullable Origin origin) {
        if (source(origin) instanceof SystemEnvironmentOrigin variable) {
            return " (%s in the environment)".formatted(variable.getProperty());
        }
        return inFile(origin)
                .map(place -> " (%s, line %d)"
                        .formatted(
                                place.getResource().getFilename(),
                                place.getLocation().getLine() + 1))
                .orElse("");
    }

    private static Optional<TextResourceOrigin> inFile(@Nullable Origin origin) {
        return source(origin) instanceof TextResourceOrigin text
                        && text.getLocation() != null
                        && text.getResource() != null
                ? Optional.of(text)
                : Optional.empty();
    }

    private static @Nullable Origin source(@Nullable Origin origin) {
        return origin instanceof PropertySourceOrigin property ? property.getOrigin() : origin;
    }
}
