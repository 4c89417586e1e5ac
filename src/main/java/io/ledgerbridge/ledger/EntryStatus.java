package io.ledgerbridge.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As what Sage X3 holds an entry: a temporary one can still be changed and deleted there, a final one can't. */
public enum EntryStatus {
    /** STA 1. */
    TEMPORARY("1"),
    /** STA 2. */
    FINAL("2");

    private final String number;

    EntryStatus(String number) {
        this.number = number;
    }

    /** As rows and answers spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label of what X3 shows, as a number or as a word; null for anything else. */
    public static @Nullable String labelOf(String shown) {
        for (EntryStatus status : values()) {
            if (shown.equals(status.number) || shown.equalsIgnoreCase(status.name())) {
                return status.label();
            }
        }
        return null;
    }
}
