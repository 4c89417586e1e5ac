package io.ledgerbridge.logging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The secrets that this process has shown to others or holds for them, in every form in which those may repeat them. It
 * keeps the last few of each owner, in memory alone.
 */
@Component
public class KnownSecrets {

    /** What stands in a secret's place. */
    static final String HIDDEN = "***";

    /** A token is renewed while calls with the one before are still under way. */
    private static final int LAST = 3;

    /** A shorter one could stand anywhere by chance: it is hidden only where it stands alone. */
    private static final int LONG = 8;

    private static final int SHORTEST = 4;

    private final Map<String, List<String>> secrets = new ConcurrentHashMap<>();
    private volatile List<String> forms = List.of();

    /**
     * Keeps a secret in mind.
     *
     * @param owner whose it is and under which name, as one of few
     */
    public synchronized void remember(String owner, String secret) {
        List<String> before = secrets.getOrDefault(owner, List.of());
        if (!before.contains(secret) && secret.length() >= SHORTEST) {
            List<String> after = new ArrayList<>(before.subList(Math.max(0, before.size() - LAST + 1), before.size()));
            after.add(secret);
            secrets.put(owner, List.copyOf(after));
            forms = secrets.values().stream()
                    .flatMap(List::stream)
                    .flatMap(SecretForms::of)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }

    /** A text without them, and without the beginning of one at its end, as where a text was cut in the middle of it. */
    String hiddenIn(String text) {
        String hidden = text;
        for (String form : forms) {
            hidden = form.length() < LONG ? withoutWord(hidden, form) : hidden.replace(form, HIDDEN);
        }
        return withoutBeginning(hidden);
    }

    private String withoutBeginning(String text) {
        for (String form : forms) {
            for (int length = Math.min(form.length() - 1, text.length()); length >= LONG - 2; length--) {
                if (text.regionMatches(text.length() - length, form, 0, length)) {
                    return text.substring(0, text.length() - length) + HIDDEN;
                }
            }
        }
        return text;
    }

    private static String withoutWord(String text, String word) {
        StringBuilder without = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, from)) {
            int end = at + word.length();
            boolean alone = isEdge(text, at - 1) && isEdge(text, end);
            without.append(text, from, at).append(alone ? HIDDEN : word);
            from = end;
        }
        return without.append(text.substring(from)).toString();
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
