package io.ledgerbridge.settings;

import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.settings.binding.Findings;
import org.jspecify.annotations.Nullable;

/** Checks how a store logs in to Sage X3: whether all is there that the type needs, and whether the interface takes it. */
final class AuthChecks {

    private final String name;
    private final Findings findings;

    /** @param store the name of the store's settings */
    AuthChecks(String store, Findings findings) {
        this.name = store + ".sage-x3.auth.";
        this.findings = findings;
    }

    void check(Auth auth, X3Api api) {
        if (auth.type() == null) {
            return;
        }
        switch (auth.type()) {
            case OAUTH2 -> {
                needed("authorize-url", auth.authorizeUrl());
                needed("token-url", auth.tokenUrl());
            }
            case CLIENT_CREDENTIALS -> needed("token-url", auth.tokenUrl());
            case CONNECTED_APP, BASIC -> needed("user", auth.user());
        }
        if (auth.type() == Auth.Type.BASIC) {
            StoreChecks.checkStored(name + "password", auth.password(), findings);
        } else {
            needed("client-id", auth.clientId());
            StoreChecks.checkStored(name + "client-secret", auth.clientSecret(), findings);
        }
        checkApi(auth.type(), api);
    }

    private void needed(String setting, @Nullable Object value) {
        if (value == null) {
            findings.missing(name + setting);
        }
    }

    /** GraphQL takes a Bearer token only; for the others the contract allows both. */
    private void checkApi(Auth.Type type, X3Api api) {
        if (type == Auth.Type.BASIC && api == X3Api.GRAPHQL) {
            findings.refuse(name + "type", "one of oauth2, client-credentials, connected-app, which api graphql takes");
        }
        if (type == Auth.Type.CONNECTED_APP && api != X3Api.GRAPHQL) {
            findings.warn(name + "type", "\"connected-app\" is documented by Sage for api graphql only");
        }
    }
}
