package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.logging.Words;
import java.util.regex.Pattern;
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
        String toldNow = words.kept(told);
        return told.equals(kept)
                || toldNow.equals(kept)
                || isSameButForSecrets(told, kept)
                || isSameButForSecrets(toldNow, kept);
    }

    /** Each part is looked for where it comes first: it takes no longer than reading both once. */
    private static boolean isSameButForSecrets(String told, String kept) {
        String[] parts = told.split(Pattern.quote(Words.HIDDEN), -1);
        if (parts.length == 1 || !kept.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int part = 1; part < parts.length - 1; part++) {
            int next = kept.indexOf(parts[part], at);
            if (next < 0) {
                return false;
            }
            at = next + parts[part].length();
        }
        String end = parts[parts.length - 1];
        return kept.length() - end.length() >= at && kept.endsWith(end);
    }
}
