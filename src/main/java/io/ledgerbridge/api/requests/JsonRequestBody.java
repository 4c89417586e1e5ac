package io.ledgerbridge.api.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The body of a call: a JSON object. One that is anything else is refused with an example of what is allowed. */
public final class JsonRequestBody {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SECRET = 8000;

    private static final Pattern MONEY = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,4})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private final JsonNode body;
    private final String allowed;

    private JsonRequestBody(JsonNode body, String allowed) {
        this.body = body;
        this.allowed = allowed;
    }

    /**
     * Reads a body; none counts as {@code {}}.
     *
     * @param allowed an example, or several
     * @param names the fields that there may be
     */
    public static JsonRequestBody of(@Nullable String text, String allowed, String... names) {
        return new JsonRequestBody(JsonObjects.read(text, allowed, List.of(names)), allowed);
    }

    /** A text: 1 to 500 characters in one line. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> refused(name));
    }

    /** A name: 1 to 100 characters in one line. */
    public String name(String name) {
        return optionalText(name).filter(text -> text.length() <= LONGEST_NAME).orElseThrow(() -> refused(name));
    }

    /** Whether anything is said of it. */
    public boolean has(String name) {
        return body.has(name);
    }

    /** Whether it is said, and is null. */
    public boolean isNull(String name) {
        return body.has(name) && body.path(name).isNull();
    }

    /** A day, such as 2026-11-01. */
    public LocalDate day(String name) {
        String text = text(name);
        try {
            return Parameters.day(text);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "%s, \"%s\", is not %s".formatted(name, ParameterCheck.shown(text), none.getMessage()));
        }
    }

    /** An amount of money, zero or above, as a number or a text: at most 15 digits, four of them behind the point. */
    public BigDecimal money(String name) {
        JsonNode given = body.path(name);
        String text = given.isNumber() || given.isTextual() ? given.asText() : "";
        if (!MONEY.matcher(text).matches()) {
            throw refused(name);
        }
        return new BigDecimal(text);
    }

    /** A word: 1 to 50 letters, digits, hyphens and underscores. */
    public String word(String name) {
        return optionalText(name).filter(text -> WORD.matcher(text).matches()).orElseThrow(() -> refused(name));
    }

    /** A text, and one of these. */
    public String oneOf(String name, Set<String> words) {
        return optionalText(name).filter(words::contains).orElseThrow(() -> refused(name));
    }

    /** A secret: 1 to 8,000 characters in one line, kept as they are; it is in no refusal. */
    public String secret(String name) {
        String text = body.path(name).isTextual() ? body.path(name).asText() : "";
        if (text.isBlank() || text.length() > LONGEST_SECRET || !ParameterCheck.isText(text)) {
            throw JsonObjects.refused(allowed);
        }
        return text;
    }

    public Optional<String> optionalText(String name) {
        if (!body.hasNonNull(name)) {
            return Optional.empty();
        }
        String text = body.path(name).isTextual() ? body.path(name).asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_TEXT || !ParameterCheck.isText(text)) {
            throw refused(name);
        }
        return Optional.of(text);
    }

    /** An id of BigCommerce's, above zero. */
    public Optional<Long> optionalId(String name) {
        if (!body.hasNonNull(name)) {
            return Optional.empty();
        }
        JsonNode id = body.path(name);
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.asLong() < 1) {
            throw refused(name);
        }
        return Optional.of(id.asLong());
    }

    /**
     * Ids of BigCommerce's, each above zero.
     *
     * @param most so many, and one at least
     */
    public List<Long> ids(String name, int most) {
        JsonNode given = body.path(name);
        boolean isList = given.isArray() && !given.isEmpty() && given.size() <= most;
        if (!isList) {
            throw refused(name);
        }
        return StreamSupport.stream(given.spliterator(), false)
                .map(id -> {
                    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.asLong() < 1) {
                        throw refused(name);
                    }
                    return id.asLong();
                })
                .toList();
    }

    /** An object, as maps, lists, texts, numbers and booleans. */
    public Map<String, Object> object(String name) {
        if (!body.path(name).isObject()) {
            throw refused(name);
        }
        return JsonObjects.map(body.path(name));
    }

    /** True or false, and false where nothing is said. */
    public boolean flag(String name) {
        JsonNode flag = body.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw refused(name);
        }
        return flag.asBoolean();
    }

    /** What is said of one field; what stands in it is shown, as far as it has a few characters. */
    private ResponseStatusException refused(String name) {
        JsonNode given = body.path(name);
        String what = given.isMissingNode()
                ? "is missing"
                : "can't be "
                        + ParameterCheck.shown(
                                given.isValueNode()
                                        ? given.asText()
                                        : given.getNodeType().name());
        return JsonObjects.refused("%s; %s %s".formatted(allowed, name, what));
    }
}
