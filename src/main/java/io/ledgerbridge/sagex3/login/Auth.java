package io.ledgerbridge.sagex3.login;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a call proves to X3 who makes it.
 *
 * <p>A secret may be missing here: one stored with PUT credentials wins over it. Everything else that the type needs
 * is there.
 *
 * @param clientId of {@code oauth2}, {@code client-credentials}, {@code connected-app}
 * @param clientSecret likewise
 * @param user of {@code connected-app} (the claim {@code sub}) and {@code basic}
 * @param password of {@code basic}
 * @param audience of {@code connected-app} and {@code client-credentials}, where it is set
 * @param authorizeUrl of {@code oauth2}
 * @param tokenUrl of {@code oauth2}, {@code client-credentials}
 * @param tokenRequest likewise
 * @param refreshToken the first one of {@code oauth2}, where pairing was done elsewhere
 */
public record Auth(
        Type type,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String user,
        @Nullable String password,
        @Nullable String audience,
        @Nullable URI authorizeUrl,
        @Nullable URI tokenUrl,
        TokenRequest tokenRequest,
        @Nullable String refreshToken) {

    /** The ways that X3 knows. */
    public enum Type {
        OAUTH2,
        CLIENT_CREDENTIALS,
        CONNECTED_APP,
        BASIC
    }

    /** How the body of a token request is written. */
    public enum TokenRequest {
        JSON,
        FORM
    }

    /** Whether a person has to pair the store with X3 at all. */
    public boolean isPaired() {
        return type == Type.OAUTH2;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Auth[" + type + "]";
    }
}
