package io.ledgerbridge.bigcommerce;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A product's SKU as it may be shown: in one line, without invisible characters, and no longer than a sentence bears. */
final class Sku {

    private static final int LONGEST = 60;

    /** Control characters and those that turn the direction of a text, halves of pairs, and ends of lines. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]+");

    private Sku() {}

    /** Null where nothing is left of it; what it gives, it gives again. */
    static @Nullable String of(@Nullable String given) {
        String plain =
                given == null ? "" : INVISIBLE.matcher(given).replaceAll(" ").strip();
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain.isEmpty() ? null : plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
