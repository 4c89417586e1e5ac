package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DueCount;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.work.StoreBackOff;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a store's BigCommerce has time for what nobody waits for: real work always comes first. */
@Component
public class ShadowRoom {

    /** So many orders that could be worked now are a queue. Those of a store that is paused are not worked. */
    private static final int MOST_DUE = 100;

    private final StoreBackOff backOff;
    private final Calls calls;
    private final Pauses pauses;
    private final DueCount due;
    private final DatabaseClock clock;

    ShadowRoom(StoreBackOff backOff, Calls calls, Pauses pauses, DueCount due, DatabaseClock clock) {
        this.backOff = backOff;
        this.calls = calls;
        this.pauses = pauses;
        this.due = due;
        this.clock = clock;
    }

    /** Whether a page or an order may be read now. */
    public boolean isThere(String store) {
        return backOff.mayCallShop(store)
                && calls.quota(store)
                        .filter(quota -> quota.isScarce(clock.now()))
                        .isEmpty()
                && (due.of(Set.of(store)) < MOST_DUE || pauses.of(store).isPresent());
    }
}
