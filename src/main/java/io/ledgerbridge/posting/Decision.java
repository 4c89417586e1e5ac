package io.ledgerbridge.posting;

/** What is to be done with an order now. */
public enum Decision {
    /** Post what the ledger lacks; that may be nothing more. */
    POST,
    /** Nothing yet: the order waits for its payment. */
    HOLD,
    /** The order makes no entry. */
    IGNORE,
    /** A person has set it aside: nothing is posted for it by itself. */
    SET_ASIDE,
    /** A person is needed. */
    PARK
}
