package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves to Sage X3 who calls. */
@Component
public class X3Authorization {

    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORISED = 401;

    private final Folders folders;
    private final StoredSecrets stored;
    private final AccessTokens accessTokens;
    private final Clock clock;

    X3Authorization(Folders folders, StoredSecrets stored, AccessTokens accessTokens, Clock clock) {
        this.folders = folders;
        this.stored = stored;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /**
     * What a question or a create is sent with.
     *
     * @throws Fault where a credential is missing, or no token can be had
     */
    public Authorization of(String store) {
        return Authorization.first(header(store));
    }

    /**
     * What a request is to be sent with once more: where X3 answered 401 to a token, another one, but only once a request.
     *
     * @return untried only where the request is worth repeating
     * @throws Fault where no other token can be had
     */
    public Authorization after(Authorization sent, String store, @Nullable Integer status) {
        if (status == null || status != UNAUTHORISED) {
            return sent.taken();
        }
        if (sent.renewed() || !folders.of(store).auth().isFetched()) {
            return sent.refused();
        }
        accessTokens.of(store, sent.header().substring(BEARER.length()));
        return Authorization.inPlaceOfARefused(header(store));
    }

    /** Likewise for a create, of which X3 took nothing then; where no token can be had, its reply stands. */
    public Authorization afterCreate(Authorization sent, String store, CreateOutcome reply) {
        if (!(reply instanceof CreateOutcome.CredentialsRefused)) {
            return sent.taken();
        }
        try {
            return after(sent, store, UNAUTHORISED);
        } catch (Fault none) {
            return sent.refused();
        }
    }

    private String header(String store) {
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
