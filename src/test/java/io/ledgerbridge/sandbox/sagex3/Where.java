package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code where} of REST api1: {@code (TYP eq 'ODGEN' and ACCDAT ge @2026-11-01@)}. */
final class Where {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|@[^@]*@|[()]|[\\w$.-]+)");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> equalities = new LinkedHashMap<>();
    private final Predicate<Map<String, Object>> condition;
    private final Set<String> properties;
    private boolean plain = true;
    private int next;

    /** @throws IllegalArgumentException where it can't be read, or names a property that there isn't */
    Where(String text, Set<String> properties) {
        this.properties = Set.copyOf(properties);
        Matcher token = TOKEN.matcher(text.strip());
        while (token.lookingAt()) {
            tokens.add(token.group(1));
            token.region(token.end(), token.regionEnd());
        }
        if (token.regionStart() != token.regionEnd()) {
            throw new IllegalArgumentException("Incorrect where: " + text);
        }
        condition = tokens.isEmpty() ? row -> true : either();
        if (next < tokens.size()) {
            throw new IllegalArgumentException("Incorrect where: " + text);
        }
    }

    boolean matches(Map<String, Object> row) {
        return condition.test(row);
    }

    /** The one value that a property must have, where the whole is a chain of {@code and}. */
    @Nullable
    String valueOf(String property) {
        return plain ? equalities.get(property) : null;
    }

    private Predicate<Map<String, Object>> either() {
        Predicate<Map<String, Object>> one = both();
        while (takes("or")) {
            plain = false;
            one = one.or(both());
        }
        return one;
    }

    private Predicate<Map<String, Object>> both() {
        Predicate<Map<String, Object>> one = term();
        while (takes("and")) {
            one = one.and(term());
        }
        return one;
    }

    private Predicate<Map<String, Object>> term() {
        if (takes("not")) {
            plain = false;
            return term().negate();
        }
        if (takes("(")) {
            Predicate<Map<String, Object>> inner = either();
            if (!takes(")")) {
                throw new IllegalArgumentException("Incorrect where: ) missing");
            }
            return inner;
        }
        return comparison(take(), take().toLowerCase(Locale.ROOT), literal(take()));
    }

    private Predicate<Map<String, Object>> comparison(String property, String operator, String value) {
        if (!properties.contains(property)) {
            throw new IllegalArgumentException("Property '%s' not found".formatted(property));
        }
        if (operator.equals("eq")) {
            equalities.put(property, value);
        }
        return switch (operator) {
            case "eq" -> row -> compare(row, property, value) == 0;
            case "ne" -> row -> compare(row, property, value) != 0;
            case "lt" -> row -> compare(row, property, value) < 0;
            case "le" -> row -> compare(row, property, value) <= 0;
            case "gt" -> row -> compare(row, property, value) > 0;
            case "ge" -> row -> compare(row, property, value) >= 0;
            case "like" -> row -> property(row, property).toString().matches(regexOf(value));
            default -> throw new IllegalArgumentException("Incorrect operator: " + operator);
        };
    }

    private static int compare(Map<String, Object> row, String property, String value) {
        Object actual = property(row, property);
        return actual instanceof Integer number
                ? new BigDecimal(number).compareTo(new BigDecimal(value))
                : actual.toString().compareTo(value);
    }

    private static Object property(Map<String, Object> row, String property) {
        return Objects.requireNonNull(row.get(property));
    }

    private static String regexOf(String like) {
        return Pattern.quote(like).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
    }

    private static String literal(String token) {
        boolean quoted = token.startsWith("'") || token.startsWith("@");
        return quoted ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    }

    private boolean takes(String word) {
        boolean here = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        if (here) {
            next++;
        }
        return here;
    }

    private String take() {
        if (next == tokens.size()) {
            throw new IllegalArgumentException("Incorrect where: it ends too soon");
        }
        return tokens.get(next++);
    }
}
