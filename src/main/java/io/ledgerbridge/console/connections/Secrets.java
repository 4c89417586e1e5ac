package io.ledgerbridge.console.connections;

import static io.ledgerbridge.sagex3.login.Auth.Type;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.Auth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each secret of a store whether there is one, and never what it is. */
@Component
class Secrets {

    private final Shops shops;
    private final Folders folders;
    private final Credentials credentials;

    Secrets(Shops shops, Folders folders, Credentials credentials) {
        this.shops = shops;
        this.folders = folders;
        this.credentials = credentials;
    }

    List<Secret> of(String store) {
        Map<String, Instant> stored = credentials.storedAt(store);
        return CredentialName.given().stream()
                .flatMap(label -> CredentialName.givenAs(label).stream())
                .map(name -> of(store, name, stored.get(name.label())))
                .toList();
    }

    private Secret of(String store, CredentialName name, @Nullable Instant stored) {
        ShopSettings shop = shops.of(store);
        Auth auth = folders.of(store).auth();
        return switch (name) {
            case BIGCOMMERCE_ACCESS_TOKEN -> secret(name, stored, shop.accessToken(), true);
            case BIGCOMMERCE_CLIENT_SECRET -> secret(name, stored, shop.clientSecret(), true);
            case SAGE_X3_CLIENT_SECRET -> secret(name, stored, auth.clientSecret(), auth.type() != Type.BASIC);
            case SAGE_X3_REFRESH_TOKEN -> secret(name, stored, auth.refreshToken(), false);
            case SAGE_X3_PASSWORD -> secret(name, stored, auth.password(), auth.type() == Type.BASIC);
            case SAGE_X3_ACCESS_TOKEN -> throw new IllegalArgumentException("nobody gives " + name.label());
        };
    }

    private static Secret secret(CredentialName name, @Nullable Instant at, @Nullable String set, boolean isUsed) {
        return new Secret(name.label(), at, set != null && !set.isEmpty(), isUsed);
    }
}
