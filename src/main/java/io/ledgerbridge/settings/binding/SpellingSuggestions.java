package io.ledgerbridge.settings.binding;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a name that isn't known. */
public final class SpellingSuggestions {

    private static final int SUGGESTIONS = 3;

    private SpellingSuggestions() {}

    /** The end of a sentence, with the three nearest of the names that are known; empty where none is. */
    public static String to(String unknown, Stream<String> known) {
        return sentence(unknown, known);
    }

    /** Likewise, but only with names that differ in few characters. */
    public static String alike(String unknown, Stream<String> known) {
        return sentence(unknown, known.filter(name -> distance(name, unknown) <= 1 + unknown.length() / 8));
    }

    private static String sentence(String unknown, Stream<String> known) {
        String nearest = known.distinct()
                .sorted(Comparator.comparing((String name) -> distance(name, unknown))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "" : "; the nearest are " + nearest;
    }

    /**
     * How many characters must be put in, taken out, replaced or swapped with the next to make the one of the other
     * (Damerau and Levenshtein).
     */
    static int distance(String one, String other) {
        int[][] rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, i, j, one, other);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, int i, int j, String one, String other) {
        int replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int changed = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(changed, 1 + rows[i - 2][j - 2]) : changed;
    }
}
