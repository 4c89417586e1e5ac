package io.ledgerbridge.console.connections;

import io.ledgerbridge.health.StoreConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sage X3 of a store.
 *
 * @param login how calls prove who makes them, as the settings spell it
 * @param pairing null where nobody has to pair the store
 * @param underWay how many calls there are at this moment, in all replicas
 * @param most how many there may be
 * @param median how long half of the last calls took at most; null where none was answered
 */
record X3Side(
        StoreConnection connection,
        URI url,
        String login,
        @Nullable Pairing pairing,
        long underWay,
        int most,
        @Nullable Duration median) {

    /**
     * How long a pairing holds.
     *
     * @param state {@code needed}, {@code unknown}, {@code ends-soon} or {@code paired}
     * @param ends when the refresh token ends unless it is used before; null where that isn't known
     * @param days whole days until then
     */
    record Pairing(String state, @Nullable Instant ends, long days) {}
}
