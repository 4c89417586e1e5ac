package io.ledgerbridge.sagex3.found;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an entry of Sage X3 can still be changed there: its STA, or GraphQL's {@code journalEntryStatus}. */
public enum EntryStatus {
    /** STA 1: it can be changed and deleted. */
    TEMPORARY("1"),
    /** STA 2: it can't. */
    FINAL("2");

    private final String number;

    EntryStatus(String number) {
        this.number = number;
    }

    /** The label of what X3 shows, as a number or as a word; null for anything else. */
    public static @Nullable String labelOf(String shown) {
        for (EntryStatus status : values()) {
            if (shown.equals(status.number) || shown.equalsIgnoreCase(status.name())) {
                return status.name().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }
}
