package io.ledgerbridge.notes;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word under which orders are found again, such as {@code month-end}.
 *
 * @param text in lower case
 */
public record Tag(String text) {

    /** UTF-16 units, as H2 counts them in its column. */
    private static final int LONGEST = 30;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");

    public Tag {
        if (text.length() > LONGEST || !ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a tag: 1 to 30 letters, digits, points, - and _, with a letter or a digit at the beginning");
        }
    }

    /**
     * As somebody wrote it: two that differ by capital letters or blanks at the ends are one.
     *
     * @throws IllegalArgumentException where it is none, with what is allowed
     */
    public static Tag of(String written) {
        return new Tag(
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }
}
