package io.ledgerbridge.api;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.CredentialStored;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sagex3.login.Pairings;
import io.ledgerbridge.sagex3.login.TokenStates;
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

    /** The store's own chain in the audit trail. */
    private static final long NO_ORDER = 0;

    private final Credentials credentials;
    private final TokenStates logins;
    private final Pairings pairings;
    private final StoreBackOff connections;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CredentialChanges(
            Credentials credentials,
            TokenStates logins,
            Pairings pairings,
            StoreBackOff connections,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.logins = logins;
        this.pairings = pairings;
        this.connections = connections;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void put(String store, CredentialName name, String value, String user) {
        logins.lock(store);
        credentials.put(store, name, value);
        if (name == CredentialName.SAGE_X3_REFRESH_TOKEN) {
            pairings.pairedElsewhere(store);
        }
        if (name == CredentialName.SAGE_X3_CLIENT_SECRET) {
            pairings.tryAgain(store);
        }
        connections.forget(store, name.side());
        events.publishEvent(new CredentialStored(store, name));
        audit.append(store, NO_ORDER, "credential-stored", null, Map.of("name", name.label(), "by", user));
    }
}
