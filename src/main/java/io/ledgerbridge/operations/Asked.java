package io.ledgerbridge.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The body of a call: a JSON object. One that is anything else is refused with an example of what is allowed. */
final class Asked {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SECRET = 8000;

    private final JsonNode body;
    private final String allowed;

    private Asked(JsonNode body, String allowed) {
        this.body = body;
        this.allowed = allowed;
    }

    /**
     * Reads a body; none counts as {@code {}}.
     *
     * @param allowed an example, or several
     * @param names the fields that there may be
     */
    static Asked of(@Nullable String text, String allowed, String... names) {
        JsonNode body = read(text == null || text.isBlank() ? "{}" : text, allowed);
        for (Iterator<String> present = body.fieldNames(); present.hasNext(); ) {
            if (!List.of(names).contains(present.next())) {
                throw refused(allowed);
            }
        }
        return new Asked(body, allowed);
    }

    /** A text: 1 to 500 characters in one line. */
    String text(String name) {
        return optionalText(name).orElseThrow(() -> refused(allowed));
    }

    /** A day, such as 2026-11-01. */
    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException none) {
            throw refused(allowed);
        }
    }

    /** A text, and one of these. */
    String oneOf(String name, Set<String> words) {
        return optionalText(name).filter(words::contains).orElseThrow(() -> refused(allowed));
    }

    /** A secret: 1 to 8,000 characters in one line, kept as they are; it is in no refusal. */
    String secret(String name) {
        String text = body.path(name).isTextual() ? body.path(name).asText() : "";
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > LONGEST_SECRET || !plain) {
            throw refused(allowed);
        }
        return text;
    }

    Optional<String> optionalText(String name) {
        if (!body.hasNonNull(name)) {
            return Optional.empty();
        }
        String text = body.path(name).isTextual() ? body.path(name).asText().strip() : "";
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (text.isEmpty() || text.length() > LONGEST_TEXT || !plain) {
            throw refused(allowed);
        }
        return Optional.of(text);
    }

    /** True or false, and false where nothing is said. */
    boolean flag(String name) {
        JsonNode flag = body.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw refused(allowed);
        }
        return flag.asBoolean();
    }

    private static JsonNode read(String text, String allowed) {
        try {
            JsonNode body = JSON.readTree(text);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException notJson) {
            throw refused(allowed);
        }
        throw refused(allowed);
    }

    private static ResponseStatusException refused(String allowed) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body has to be " + allowed);
    }
}
