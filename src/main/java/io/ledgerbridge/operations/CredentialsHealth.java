package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.Credentials;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Down while a store has credentials that the encryption key can't read, since its orders wait for a person; readiness
 * doesn't ask. The log is told at the start.
 */
@Component("credentialsHealthIndicator")
class CredentialsHealth extends AbstractHealthIndicator implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsHealth.class);

    private final Shops shops;
    private final Credentials credentials;

    CredentialsHealth(Shops shops, Credentials credentials) {
        super("the stored credentials can't be looked at");
        this.shops = shops;
        this.credentials = credentials;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        unreadable()
                .forEach((store, names) -> LOG.error(
                        "ledger-bridge.encryption-key doesn't read what store {} has stored: {}. Its orders wait: set the key that they were stored under, or a keyset that holds that key, and start again, or store each anew with PUT /api/stores/{}/credentials/…",
                        store,
                        String.join(", ", names),
                        store));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, List<String>> unreadable = unreadable();
        health.up().withDetails(unreadable);
        if (!unreadable.isEmpty()) {
            health.down();
        }
    }

    /** Those of a store that is no longer set up are of no use to anybody. */
    private Map<String, List<String>> unreadable() {
        Map<String, List<String>> unreadable = new TreeMap<>(credentials.unreadable());
        unreadable.keySet().retainAll(shops.all().keySet());
        return unreadable;
    }
}
