package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.Secret;
import io.ledgerbridge.http.BaseUrl;
import io.ledgerbridge.http.HttpUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
        @NotNull Type type,
        @Pattern(regexp = LINE, message = LINES) @Nullable String clientId,
        @Secret @Nullable String clientSecret,
        @Pattern(regexp = LINE, message = LINES) @Nullable String user,
        @Secret @Nullable String password,
        @Pattern(regexp = LINE, message = LINES) @Nullable String audience,

        @HttpUrl(query = true, message = "an http or https URL without user or fragment") @Nullable
        URI authorizeUrl,

        @HttpUrl @Nullable URI tokenUrl,
        @DefaultValue("json") TokenRequest tokenRequest,
        @Secret @Nullable String refreshToken) {

    private static final String LINE = "[^\\p{Cntrl}]{0,200}";
    private static final String LINES = "one line of at most 200 characters";

    /** What an audience that is empty is set as; some X3 of Sage's want the claim to be there and empty. */
    private static final String EMPTY = "none";

    /** A setting that is empty is as good as none, so that a word stands for an audience that is empty. */
    public Auth {
        audience = EMPTY.equals(audience) ? "" : audience;
        tokenUrl = tokenUrl == null ? null : BaseUrl.of(tokenUrl);
    }

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

    /** Whether calls show a token that is fetched from X3. */
    boolean isFetched() {
        return type == Type.OAUTH2 || type == Type.CLIENT_CREDENTIALS;
    }

    /**
     * X3's page, where a person consents to a pairing.
     *
     * @param callback where X3 is to send its answer
     * @param state what it is to send back with it
     */
    URI consentPage(URI callback, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", String.valueOf(clientId));
        query.put("redirect_uri", callback.toString());
        query.put("state", state);
        String page = Objects.requireNonNull(authorizeUrl).toString();
        return URI.create(page + (page.contains("?") ? "&" : "?") + GrantRequest.form(query));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Auth[" + type + "]";
    }
}
