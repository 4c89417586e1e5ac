package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What each way to prove to Sage X3 who calls has in its header. */
final class AuthorizationHeaders {

    static final String BEARER = "Bearer ";

    private final Folders folders;
    private final StoredSecrets stored;
    private final AccessTokens accessTokens;
    private final Clock clock;

    AuthorizationHeaders(Folders folders, StoredSecrets stored, AccessTokens accessTokens, Clock clock) {
        this.folders = folders;
        this.stored = stored;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /**
     * The header Authorization, a secret.
     *
     * @throws Fault where a credential is missing, or no token can be had
     */
    String of(String store) {
        FolderSettings folder = folders.of(store);
        Auth auth = folder.auth();
        return switch (auth.type()) {
            case BASIC -> "Basic " + basic(required(auth.user(), "user"), password(store, auth));
            case CONNECTED_APP -> BEARER + connectedApp(folder, clientSecret(store, auth));
            case OAUTH2, CLIENT_CREDENTIALS -> BEARER + accessTokens.of(store, null);
        };
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String password(String store, Auth auth) {
        return required(stored.find(store, CredentialName.SAGE_X3_PASSWORD).orElse(auth.password()), "password");
    }

    private String clientSecret(String store, Auth auth) {
        return required(
                stored.find(store, CredentialName.SAGE_X3_CLIENT_SECRET).orElse(auth.clientSecret()), "client-secret");
    }

    private String connectedApp(FolderSettings folder, String secret) {
        Auth auth = folder.auth();
        return new ConnectedAppToken(
                        required(auth.clientId(), "client-id"),
                        required(auth.user(), "user"),
                        auth.audience() == null ? folder.graphqlUrl() : auth.audience())
                .signed(secret, clock.instant());
    }

    private static String required(@Nullable String value, String setting) {
        if (value == null || value.isEmpty()) {
            throw Fault.credentials(Side.SAGE_X3, "sage-x3.auth.%s is not set".formatted(setting));
        }
        return value;
    }
}
