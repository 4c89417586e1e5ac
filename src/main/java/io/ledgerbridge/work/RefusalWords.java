package io.ledgerbridge.work;

import java.util.regex.Pattern;

/** What Sage X3 said when it refused a journal. */
record RefusalWords(String words) {

    /** Whether they hold a code as a word of its own. */
    boolean name(String code) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(code) + "(?![\\p{L}\\p{N}])")
                .matcher(words)
                .find();
    }
}
