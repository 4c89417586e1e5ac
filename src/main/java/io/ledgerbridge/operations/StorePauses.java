package io.ledgerbridge.operations;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses and resumes stores, and says in the audit trail who did, and why. */
@Component
public class StorePauses {

    private static final Logger LOG = LoggerFactory.getLogger(StorePauses.class);

    /** The store's own chain in the audit trail, written under the lock of its login. */
    private static final long NO_ORDER = 0;

    private final Pauses pauses;
    private final TokenStates logins;
    private final AuditTrail audit;

    StorePauses(Pauses pauses, TokenStates logins, AuditTrail audit) {
        this.pauses = pauses;
        this.logins = logins;
        this.audit = audit;
    }

    @Transactional
    public void pause(String store, String user, String why) {
        logins.lock(store);
        pauses.pause(store, user, why);
        audit.append(store, NO_ORDER, "store-paused", null, Map.of("by", user, "why", why));
        LOG.warn("Store {} is paused by {}: {}; it receives and posts nothing", store, user, why);
    }

    @Transactional
    public void resume(String store, String user, String why) {
        logins.lock(store);
        if (pauses.resume(store)) {
            audit.append(store, NO_ORDER, "store-resumed", null, Map.of("by", user, "why", why));
            LOG.info("Store {} is resumed by {} {}", store, user, why);
        }
    }
}
