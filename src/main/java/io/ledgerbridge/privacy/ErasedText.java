package io.ledgerbridge.privacy;

import io.ledgerbridge.queue.DocumentNumber;

/** What stands where words stood that were erased. */
final class ErasedText {

    static final String WORDS = "(erased)";

    private ErasedText() {}

    /** A document's number stays, since the books have to name what proves an entry; anything else may name a person. */
    static String ofDocument(String document) {
        return DocumentNumber.of(document).orElse(WORDS);
    }
}
