package io.ledgerbridge.console.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a store, as far as anybody may see it.
 *
 * @param name its label
 * @param storedAt when a person stored it here; null where nobody did
 * @param isInSettings whether the settings have one, which a stored one wins over
 * @param isUsed whether the store's way of logging in asks for it
 */
record Secret(String name, @Nullable Instant storedAt, boolean isInSettings, boolean isUsed) {

    /** Where the one comes from that is used: {@code stored}, {@code settings}, {@code missing}, {@code unused}. */
    public String from() {
        if (storedAt != null) {
            return "stored";
        }
        if (isInSettings) {
            return "settings";
        }
        return isUsed ? "missing" : "unused";
    }
}
