package io.ledgerbridge.sagex3;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Side;
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
public class Tokens {

    /** X3 answers "issued in the future" where clocks differ a little. */
    private static final Duration BACK_DATED = Duration.ofSeconds(30);

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * The Authorization header for one call.
     *
     * @throws Fault where a credential is missing, or the way of proving is not there yet
     */
    public String authorization(FolderSettings folder) {
        Auth auth = folder.auth();
        return switch (auth.type()) {
            case BASIC -> "Basic " + basic(required(auth.user(), "user"), required(auth.password(), "password"));
            case CONNECTED_APP -> "Bearer " + signed(folder, auth);
            case OAUTH2, CLIENT_CREDENTIALS ->
                throw Fault.credentials(
                        Side.SAGE_X3, "The store isn't paired: %s tokens can't be fetched".formatted(auth.type()));
        };
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** HS256, claims as Sage documents them for connected applications; there is no token call and no refresh. */
    private String signed(FolderSettings folder, Auth auth) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(required(auth.clientId(), "client-id"))
                .subject(required(auth.user(), "user"))
                .audience(auth.audience() == null ? folder.url() + "/xtrem/api" : auth.audience())
                .issueTime(Date.from(now.minus(BACK_DATED)))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key(required(auth.clientSecret(), "client-secret"))));
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
