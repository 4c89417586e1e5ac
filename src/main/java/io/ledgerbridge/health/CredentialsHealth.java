package io.ledgerbridge.health;

import io.ledgerbridge.operations.UnreadableCredentials;
import java.util.List;
import java.util.Map;
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

    private final UnreadableCredentials credentials;

    CredentialsHealth(UnreadableCredentials credentials) {
        super("the stored credentials can't be looked at");
        this.credentials = credentials;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        credentials
                .byStore()
                .forEach((store, names) -> LOG.error(
                        "ledger-bridge.encryption-key doesn't read what store {} has stored: {}. Its orders wait: set the key that they were stored under, or a keyset that holds that key, and start again, or store each anew with PUT /api/stores/{}/credentials/…",
                        store,
                        String.join(", ", names),
                        store));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, List<String>> unreadable = credentials.byStore();
        health.up().withDetails(unreadable);
        if (!unreadable.isEmpty()) {
            health.down();
        }
    }
}
