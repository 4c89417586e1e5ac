package io.ledgerbridge.sandbox.bigcommerce;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store's webhooks. Each is seen only by the client that made it. */
public final class Hooks {

    /** For one store, client and scope. */
    static final int MOST = 10;

    private final String storeHash;
    private final Clock clock;
    private final List<Hook> hooks = new ArrayList<>();
    private volatile boolean plainHttp;
    private long lastId = 18_048_000;

    Hooks(String storeHash, Clock clock) {
        this.storeHash = storeHash;
        this.clock = clock;
    }

    /** Lets destinations be {@code http://}, on any port: BigCommerce takes none but HTTPS on port 443. */
    public void acceptPlainHttp() {
        plainHttp = true;
    }

    boolean takes(URI destination) {
        boolean https = "https".equals(destination.getScheme())
                && (destination.getPort() == -1 || destination.getPort() == 443);
        return destination.getHost() != null && (plainHttp || https);
    }

    /** Makes a webhook without the API, for whoever holds this token. */
    public synchronized Hook create(
            Token token, String scope, URI destination, boolean active, Map<String, String> headers) {
        Hook hook = new Hook(++lastId, token.clientId(), scope, destination, active, headers, now(), now());
        hooks.add(hook);
        return hook;
    }

    synchronized boolean full(Token token, String scope) {
        return of(token).stream().filter(hook -> hook.scope().equals(scope)).count() >= MOST;
    }

    public synchronized List<Hook> of(Token token) {
        return hooks.stream()
                .filter(hook -> hook.clientId().equals(token.clientId()))
                .toList();
    }

    synchronized Optional<Hook> find(Token token, long id) {
        return of(token).stream().filter(hook -> hook.id() == id).findFirst();
    }

    synchronized void replace(Hook changed) {
        hooks.replaceAll(hook -> hook.id() == changed.id() ? changed : hook);
    }

    public synchronized void remove(Hook removed) {
        hooks.removeIf(hook -> hook.id() == removed.id());
    }

    /** As BigCommerce does after the last retry, and after 90 days without use. */
    public synchronized void switchOff(long id) {
        hooks.replaceAll(hook -> hook.id() == id ? hook.off(now()) : hook);
    }

    /** Those that want this event now. */
    synchronized List<Hook> taking(Event event) {
        return hooks.stream().filter(hook -> hook.takes(event.scope())).toList();
    }

    synchronized boolean stillActive(Hook asked) {
        return hooks.stream().anyMatch(hook -> hook.id() == asked.id() && hook.active());
    }

    String storeHash() {
        return storeHash;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
