package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked of Sage's token endpoint. */
@Component
class TokenRequests {

    private final Folders folders;
    private final Credentials credentials;

    TokenRequests(Folders folders, Credentials credentials) {
        this.folders = folders;
        this.credentials = credentials;
    }

    /** What would be asked now; none where a refresh token is needed and there is none. */
    Optional<GrantRequest> of(TokenState login) {
        FolderSettings folder = folders.of(login.store());
        Auth auth = folder.auth();
        Map<String, String> fields = client(login.store(), auth);
        if (auth.type() == Auth.Type.CLIENT_CREDENTIALS) {
            fields.put("grant_type", "client_credentials");
            Optional.ofNullable(auth.audience())
                    .filter(audience -> !audience.isEmpty())
                    .ifPresent(audience -> fields.put("audience", audience));
        } else {
            Optional<String> refresh = credentials
                    .find(login.store(), CredentialName.SAGE_X3_REFRESH_TOKEN)
                    .or(() -> Optional.ofNullable(auth.refreshToken()));
            if (refresh.isEmpty()) {
                return Optional.empty();
            }
            fields.put("grant_type", "refresh_token");
            fields.put("refresh_token", refresh.get());
        }
        return Optional.of(new GrantRequest(url(auth, login.endpointUnder(folder)), auth.tokenRequest(), fields));
    }

    /**
     * What is asked with the code of a pairing.
     *
     * @param endpoint named by X3 in its answer
     */
    GrantRequest ofCode(String store, Auth auth, @Nullable String endpoint, String code, URI callback) {
        Map<String, String> fields = client(store, auth);
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", callback.toString());
        return new GrantRequest(url(auth, endpoint), auth.tokenRequest(), fields);
    }

    /** Client id and secret, as every token request has them. */
    private Map<String, String> client(String store, Auth auth) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", String.valueOf(auth.clientId()));
        fields.put(
                "client_secret",
                credentials
                        .find(store, CredentialName.SAGE_X3_CLIENT_SECRET)
                        .or(() -> Optional.ofNullable(auth.clientSecret()))
                        .orElseThrow(() -> Fault.credentials(
                                Side.SAGE_X3, "store %s has no sage-x3.client-secret".formatted(store))));
        return fields;
    }

    /** Where a pairing named an address, tokens come from there. */
    private static URI url(Auth auth, @Nullable String endpoint) {
        return endpoint != null && endpoint.contains("://")
                ? URI.create(endpoint + "/token")
                : Objects.requireNonNull(auth.tokenUrl());
    }
}
