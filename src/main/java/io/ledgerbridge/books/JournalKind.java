package io.ledgerbridge.books;

/** Why a journal was written. */
public enum JournalKind {
    /** An order's first entry. */
    ORDER,
    /** One refund of an order. */
    REFUND,
    /** The difference that a change of the order made. */
    ADJUSTMENT,
    /** What takes earlier journals back. */
    REVERSAL
}
