package io.ledgerbridge.database;

import java.util.Locale;

/** How a run that goes on by itself stands. */
public enum RunState {
    RUNNING,
    DONE,
    /** The database failed under it, its process was ended, or it is gone. */
    FAILED;

    /** As rows and answers spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
