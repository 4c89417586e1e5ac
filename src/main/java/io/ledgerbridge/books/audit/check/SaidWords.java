package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.logging.Words;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row says what a link says. Links keep texts without secrets and in one line. Rows do so, too, but for those of
 * before; and what is a secret changes.
 */
record SaidWords(Words words) {

    boolean isSame(String told, @Nullable String row) {
        if (row == null || told.equals(row)) {
            return row != null;
        }
        String kept = words.kept(row);
        return told.equals(kept) || words.kept(told).equals(kept) || isSameButForSecrets(told, kept);
    }

    private static boolean isSameButForSecrets(String told, String kept) {
        if (!told.contains(Words.HIDDEN)) {
            return false;
        }
        String parts = Arrays.stream(told.split(Pattern.quote(Words.HIDDEN), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        return Pattern.matches(parts, kept);
    }
}
