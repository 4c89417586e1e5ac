package io.ledgerbridge.books.audit.anchors;

/** The first anchor would hold what may be forged: a named person has to look at it first. */
public final class AnchorsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    AnchorsRefused(String doubt) {
        super("The first anchor of the audit trail isn't made: " + doubt
                + ". See docs/security.md, \"When no anchor is made\"");
    }
}
