package io.ledgerbridge.privacy;

import java.util.regex.Pattern;

/** What stands where words stood that were erased. */
final class ErasedText {

    static final String WORDS = "(erased)";

    /** The number of a document: no blank, one digit at least. */
    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])[A-Za-z0-9._/#-]{1,40}");

    private ErasedText() {}

    /** A document's number stays, since the books have to name what proves an entry; anything else may name a person. */
    static String ofDocument(String document) {
        return NUMBER.matcher(document).matches() ? document : WORDS;
    }
}
