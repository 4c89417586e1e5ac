package io.ledgerbridge.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in a CSV that a spreadsheet can't take for a formula. What begins as one gets an apostrophe before it (OWASP, "CSV
 * Injection"), also behind what another separator would make a cell's beginning; line ends and tabs are blanks.
 */
public final class Cell {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;|])([\\s\\p{Z}\"']*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private Cell() {}

    /** A cell with that text; an empty one where there is none. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = CONTROL.matcher(text).replaceAll(" ");
        return FORMULA.matcher(line).replaceAll("$1'$2$3");
    }
}
