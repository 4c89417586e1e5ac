package io.ledgerbridge.sandbox.bigcommerce;

import java.net.URI;
import java.util.Map;

/** A webhook: where the events of one scope go, and what is sent along. */
public record Hook(
        long id,
        String clientId,
        String scope,
        URI destination,
        boolean active,
        Map<String, String> headers,
        long createdAt,
        long updatedAt) {

    public Hook {
        headers = Map.copyOf(headers);
    }

    /** A scope that ends in an asterisk takes all below it. */
    public boolean takes(String eventScope) {
        return active
                && (scope.equals(eventScope)
                        || (scope.endsWith("/*") && eventScope.startsWith(scope.substring(0, scope.length() - 1))));
    }

    Hook changed(String newScope, URI newDestination, boolean nowActive, Map<String, String> newHeaders, long at) {
        return new Hook(id, clientId, newScope, newDestination, nowActive, newHeaders, createdAt, at);
    }

    /** Likewise, to another place. */
    public Hook to(URI elsewhere) {
        return changed(scope, elsewhere, active, headers, updatedAt);
    }

    /** After the last retry failed. */
    Hook off(long at) {
        return new Hook(id, clientId, scope, destination, false, headers, createdAt, at);
    }
}
