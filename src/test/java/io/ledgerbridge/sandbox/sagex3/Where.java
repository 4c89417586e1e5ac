package io.ledgerbridge.sandbox.sagex3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of REST api1: {@code (TYP eq 'ODGEN' and BPRVCR eq 'BC218')}. Of its operators it has these two, and
 * refuses the others.
 */
final class Where {

    private static final Pattern CONDITION =
            Pattern.compile("\\s*(?:and\\s+)?(\\w+)\\s+eq\\s+(?:'((?:[^']|'')*)'|@([^@]*)@|([\\w.-]+))\\s*");

    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where it can't be read, or names a property that there isn't */
    Where(String text, Set<String> properties) {
        String stripped = text.strip();
        boolean bracketed = stripped.startsWith("(") && stripped.endsWith(")");
        Matcher condition = CONDITION.matcher(bracketed ? stripped.substring(1, stripped.length() - 1) : stripped);
        while (condition.lookingAt()) {
            if (!properties.contains(condition.group(1))) {
                throw new IllegalArgumentException("Property '%s' not found".formatted(condition.group(1)));
            }
            wanted.put(condition.group(1), valueOf(condition));
            condition.region(condition.end(), condition.regionEnd());
        }
        if (condition.regionStart() != condition.regionEnd()) {
            throw new IllegalArgumentException("Incorrect where: " + text);
        }
    }

    private static String valueOf(Matcher condition) {
        if (condition.group(2) != null) {
            return condition.group(2).replace("''", "'");
        }
        return condition.group(3) != null ? condition.group(3) : condition.group(4);
    }

    boolean matches(Map<String, String> row) {
        return wanted.entrySet().stream().allMatch(member -> member.getValue().equals(row.get(member.getKey())));
    }

    /** The one value that a property must have; null where it says nothing of it. */
    @Nullable
    String valueOf(String property) {
        return wanted.get(property);
    }
}
