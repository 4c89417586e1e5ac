package io.ledgerbridge.operations;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.queue.Pauses;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses and resumes stores, and says in the audit trail who did, and why. */
@Component
public class StorePauses {

    private static final Logger LOG = LoggerFactory.getLogger(StorePauses.class);

    private final Pauses pauses;
    private final StoreTrail trail;

    StorePauses(Pauses pauses, StoreTrail trail) {
        this.pauses = pauses;
        this.trail = trail;
    }

    @Transactional
    public void pause(String store, String user, String why) {
        trail.lock(store);
        pauses.pause(store, user, why);
        trail.append(store, "store-paused", Map.of("by", user, "why", why));
        LOG.warn("Store {} is paused by {}: {}; it receives and posts nothing", store, user, why);
    }

    @Transactional
    public void resume(String store, String user, String why) {
        trail.lock(store);
        if (pauses.resume(store)) {
            trail.append(store, "store-resumed", Map.of("by", user, "why", why));
            LOG.info("Store {} is resumed by {} {}", store, user, why);
        }
    }
}
