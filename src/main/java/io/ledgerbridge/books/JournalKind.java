package io.ledgerbridge.books;

import java.util.Locale;

/** Why a journal was written. */
public enum JournalKind {
    /** An order's first entry. */
    ORDER,
    /** One refund of an order. */
    REFUND,
    /** The difference that a change of the order made. */
    ADJUSTMENT,
    /** What takes earlier journals back. */
    REVERSAL;

    /** As rows and answers spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that {@link #label()} spells so. */
    public static JournalKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
