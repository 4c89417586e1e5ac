package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.page;
import static io.ledgerbridge.settings.SettingKind.secret;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.sagex3.FolderSettings.X3Api;
import io.ledgerbridge.sagex3.login.Auth;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the {@code sage-x3.auth} settings of a store. */
final class AuthReader {

    /** What each type can't do without. A secret may have been stored instead. */
    private static final Map<Auth.Type, List<String>> NEEDS = Map.of(
            Auth.Type.OAUTH2, List.of("client-id", "client-secret", "authorize-url", "token-url"),
            Auth.Type.CLIENT_CREDENTIALS, List.of("client-id", "client-secret", "token-url"),
            Auth.Type.CONNECTED_APP, List.of("client-id", "client-secret", "user"),
            Auth.Type.BASIC, List.of("user", "password"));

    private static final SettingKind<String> LINE = text("[^\\p{Cntrl}]{1,200}", "one line of at most 200 characters");

    /** What an audience that is empty is set as; some X3 of Sage's want the claim to be there and empty. */
    private static final String EMPTY = "none";

    private AuthReader() {}

    static Auth read(SettingsGroup auth, X3Api api) {
        Setting<Auth.Type> type = auth.get("type", word(Auth.Type.class));
        Setting<String> clientId = auth.get("client-id", LINE);
        Setting<String> clientSecret = auth.get("client-secret", secret());
        Setting<String> user = auth.get("user", LINE);
        Setting<String> password = auth.get("password", secret());
        Setting<URI> authorizeUrl = auth.url("authorize-url", page());
        Setting<URI> tokenUrl = auth.url("token-url");
        List<Setting<?>> all = List.of(clientId, clientSecret, user, password, authorizeUrl, tokenUrl);
        if (type.isThere()) {
            all.stream()
                    .filter(each -> needs(type.required()).contains(each.name()))
                    .forEach(Setting::needed);
            checkApi(auth, type.required(), api);
        }
        return new Auth(
                type.required(),
                clientId.orNull(),
                clientSecret.orNull(),
                user.orNull(),
                password.orNull(),
                audience(auth.get("audience", LINE)),
                authorizeUrl.orNull(),
                tokenUrl.orNull(),
                auth.get("token-request", word(Auth.TokenRequest.class)).or(Auth.TokenRequest.JSON),
                auth.get("refresh-token", secret()).orNull());
    }

    /** A setting that is empty is as good as none, so that a word stands for an audience that is empty. */
    private static @Nullable String audience(Setting<String> audience) {
        String set = audience.orNull();
        return EMPTY.equals(set) ? "" : set;
    }

    private static List<String> needs(Auth.Type type) {
        return Objects.requireNonNull(NEEDS.get(type));
    }

    /** GraphQL takes a Bearer token only; for the others the contract allows both. */
    private static void checkApi(SettingsGroup auth, Auth.Type type, X3Api api) {
        if (type == Auth.Type.BASIC && api == X3Api.GRAPHQL) {
            auth.refuse("type", "one of oauth2, client-credentials, connected-app, which api graphql takes");
        }
        if (type == Auth.Type.CONNECTED_APP && api != X3Api.GRAPHQL) {
            auth.warn("type", "\"connected-app\" is documented by Sage for api graphql only");
        }
    }
}
