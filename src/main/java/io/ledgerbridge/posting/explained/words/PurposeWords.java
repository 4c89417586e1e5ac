package io.ledgerbridge.posting.explained.words;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;

/** How a purpose is named: in a sentence, and in the name of a figure. */
public final class PurposeWords {

    private PurposeWords() {}

    /** {@code sales tax FR20} */
    public static Phrase spoken(Purpose purpose) {
        return with(spoken(purpose.role()), purpose);
    }

    public static Phrase spoken(Role role) {
        return Phrase.of("role." + role.label());
    }

    /** {@code sales-tax FR20}, in English as settings and rows spell the role. */
    public static Phrase label(Purpose purpose) {
        return with(label(purpose.role()), purpose);
    }

    public static Phrase label(Role role) {
        return Phrase.of("label." + role.label());
    }

    private static Phrase with(Phrase role, Purpose purpose) {
        String more = purpose.tender() == null ? purpose.taxCode() : purpose.tender();
        return more == null ? role : Phrase.of("purpose", role, more);
    }
}
