package io.ledgerbridge.database;

import java.util.Arrays;
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

    /** The state that a row spells; a word that is none is that of a run of which nothing is known. */
    static RunState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElse(FAILED);
    }
}
