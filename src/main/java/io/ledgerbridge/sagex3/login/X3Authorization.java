package io.ledgerbridge.sagex3.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.CreateReply;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves to Sage X3 who calls. */
@Component
public class X3Authorization {

    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORISED = 401;

    /** X3 answers "issued in the future" where clocks differ a little. */
    private static final Duration BACK_DATED = Duration.ofSeconds(30);

    private static final Duration VALIDITY = Duration.ofMinutes(5);

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
        if (sent.renewed() || !isFetched(store)) {
            return sent.refused();
        }
        accessTokens.of(store, sent.header().substring(BEARER.length()));
        return Authorization.inPlaceOfARefused(header(store));
    }

    /** Likewise for a create, of which X3 took nothing then; where no token can be had, its reply stands. */
    public Authorization afterCreate(Authorization sent, String store, CreateReply reply) {
        if (!(reply instanceof CreateReply.CredentialsRefused)) {
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
            case CONNECTED_APP -> BEARER + signed(folder, clientSecret(store, auth));
            case OAUTH2, CLIENT_CREDENTIALS -> BEARER + accessTokens.of(store, null);
        };
    }

    private boolean isFetched(String store) {
        Auth.Type type = folders.of(store).auth().type();
        return type == Auth.Type.OAUTH2 || type == Auth.Type.CLIENT_CREDENTIALS;
    }

    private String password(String store, Auth auth) {
        return required(stored.find(store, CredentialName.SAGE_X3_PASSWORD).orElse(auth.password()), "password");
    }

    private String clientSecret(String store, Auth auth) {
        return required(
                stored.find(store, CredentialName.SAGE_X3_CLIENT_SECRET).orElse(auth.clientSecret()), "client-secret");
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** HS256, claims as Sage documents them for connected applications; there is no token call and no refresh. */
    private String signed(FolderSettings folder, String secret) {
        Auth auth = folder.auth();
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(required(auth.clientId(), "client-id"))
                .subject(required(auth.user(), "user"))
                .audience(auth.audience() == null ? folder.graphqlUrl() : auth.audience())
                .issueTime(Date.from(now.minus(BACK_DATED)))
                .expirationTime(Date.from(now.minus(BACK_DATED).plus(VALIDITY)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key(secret)));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** A secret shorter than HS256's 32 bytes is filled up with zeros, which HMAC does anyway, so it signs the same. */
    private static byte[] key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.max(bytes.length, 32));
    }

    private static String required(@Nullable String value, String setting) {
        if (value == null || value.isEmpty()) {
            throw Fault.credentials(Side.SAGE_X3, "sage-x3.auth.%s is not set".formatted(setting));
        }
        return value;
    }
}
