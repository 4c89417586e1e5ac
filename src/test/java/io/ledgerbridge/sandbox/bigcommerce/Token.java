package io.ledgerbridge.sandbox.bigcommerce;

import java.util.EnumSet;
import java.util.Set;

/**
 * An API account of a store: what authenticates its calls, and the secret that signs what its webhooks bring.
 *
 * @param value the {@code X-Auth-Token}
 */
public record Token(String value, String clientId, String clientSecret, Set<Permission> permissions) {

    /** BigCommerce's OAuth scopes, as far as the calls here need them; webhooks need none. */
    public enum Permission {
        ORDERS,
        TRANSACTIONS,
        CUSTOMERS
    }

    public Token {
        permissions = Set.copyOf(permissions);
    }

    public static Token full(String value, String clientId, String clientSecret) {
        return new Token(value, clientId, clientSecret, EnumSet.allOf(Permission.class));
    }
}
