package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How X3 may word what follows its own rules, in English, French, German, Spanish, Portuguese and Italian, with and
 * without accents. Sage publishes no list of its messages; a store whose X3 says otherwise sets its own.
 */
public final class RefusalTexts {

    private RefusalTexts() {}

    /** Whether one of some texts is in X3's words. */
    public static boolean isIn(String words, List<Pattern> texts) {
        return texts.stream().anyMatch(text -> text.matcher(words).find());
    }
}
