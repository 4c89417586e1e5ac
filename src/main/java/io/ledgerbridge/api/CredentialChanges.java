package io.ledgerbridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.CredentialStored;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sagex3.login.Pairings;
import io.ledgerbridge.work.StoreBackOff;
import java.util.HashMap;
import java.util.List;
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

    private static final String STORED = "credential-stored";

    /** So many changes of a store's secrets are looked through for who made the last of each. */
    private static final int MOST = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** Of each secret that is stored its name, when that was, and by whom. */
    List<CredentialsApi.Stored> stored(String store) {
        Map<String, String> storedBy = new HashMap<>();
        trail.newest(store, STORED, MOST).stream()
                .map(link -> tree(link.detail()))
                .forEach(link ->
                        storedBy.put(link.path("name").asText(), link.path("by").asText()));
        return credentials.storedAt(store).entrySet().stream()
                .map(secret ->
                        new CredentialsApi.Stored(secret.getKey(), secret.getValue(), storedBy.get(secret.getKey())))
                .toList();
    }

    private static JsonNode tree(String detail) {
        try {
            return JSON.readTree(detail);
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }

    /** Whether there was one. */
    @Transactional
    boolean remove(String store, CredentialName name, String user) {
        trail.lock(store);
        if (!credentials.remove(store, name)) {
            return false;
        }
        connections.forget(store, name.side());
        trail.append(store, "credential-removed", Map.of("name", name.label(), "by", user));
        return true;
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
        trail.append(store, STORED, Map.of("name", name.label(), "by", user));
    }
}
