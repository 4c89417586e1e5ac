package io.ledgerbridge.api;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.CredentialStored;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sagex3.login.Pairings;
import io.ledgerbridge.work.StoreBackOff;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores secrets, lets the store's orders go on at once, and says in the audit trail who did; what was stored stands
 * nowhere but in its encrypted row.
 */
@Component
class CredentialChanges {

    private final Credentials credentials;
    private final StoreTrail trail;
    private final Pairings pairings;
    private final StoreBackOff connections;
    private final ApplicationEventPublisher events;

    CredentialChanges(
            Credentials credentials,
            StoreTrail trail,
            Pairings pairings,
            StoreBackOff connections,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.trail = trail;
        this.pairings = pairings;
        this.connections = connections;
        this.events = events;
    }

    @Transactional
    void put(String store, CredentialName name, String value, String user) {
        trail.lock(store);
        credentials.put(store, name, value);
        if (name == CredentialName.SAGE_X3_REFRESH_TOKEN) {
            pairings.pairedElsewhere(store);
        }
        if (name == CredentialName.SAGE_X3_CLIENT_SECRET) {
            pairings.tryAgain(store);
        }
        connections.forget(store, name.side());
        events.publishEvent(new CredentialStored(store, name));
        trail.append(store, "credential-stored", Map.of("name", name.label(), "by", user));
    }
}
