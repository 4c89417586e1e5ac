package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the settings' secrets known from the start, before any call could show one. */
@Component
class SecretsOfSettings {

    private final KnownSecrets known;

    SecretsOfSettings(KnownSecrets known, LedgerBridgeSettings settings) {
        this.known = known;
        settings.stores().forEach((store, each) -> {
            shop(store + "/settings/", each.shop());
            auth(store + "/settings/", each.folder().auth());
        });
    }

    private void shop(String owner, ShopSettings shop) {
        remember(owner + "access-token", shop.accessToken());
        remember(owner + "client-secret", shop.clientSecret());
        if (shop.sharedHeader() != null) {
            remember(owner + "shared-header", shop.sharedHeader().value());
        }
    }

    private void auth(String owner, Auth auth) {
        remember(owner + "x3-client-secret", auth.clientSecret());
        remember(owner + "x3-password", auth.password());
        remember(owner + "x3-refresh-token", auth.refreshToken());
        if (auth.user() != null && auth.password() != null) {
            byte[] login = (auth.user() + ":" + auth.password()).getBytes(StandardCharsets.UTF_8);
            remember(owner + "x3-login", Base64.getEncoder().encodeToString(login));
        }
    }

    private void remember(String owner, @Nullable String secret) {
        if (secret != null) {
            known.remember(owner, secret);
        }
    }
}
