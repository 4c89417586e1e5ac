package io.ledgerbridge.books;

import java.util.Locale;

/** How far a journal is on its way into Sage X3. */
public enum JournalState {
    /** In the books; Sage X3 certainly does not have it. */
    PLANNED,
    /** A create is, or was, on its way. */
    SENDING,
    /** A create was sent, and what became of it is not known. */
    UNKNOWN,
    /** In Sage X3, under its number. */
    POSTED,
    /** Sage X3 said no. */
    REFUSED,
    /** Never taken by Sage X3 and counted no more; its reference may be used again. */
    WITHDRAWN;

    /** Whether a journal that is here may come to be there: what Sage X3 has stays, and what is withdrawn stays so. */
    boolean mayBecome(JournalState next) {
        return switch (this) {
            case PLANNED -> next == SENDING || next == POSTED || next == WITHDRAWN;
            case SENDING, UNKNOWN -> next != WITHDRAWN;
            case REFUSED -> next == PLANNED || next == POSTED;
            case POSTED, WITHDRAWN -> false;
        };
    }

    /** As rows and answers spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that {@link #label()} spells so. */
    public static JournalState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
