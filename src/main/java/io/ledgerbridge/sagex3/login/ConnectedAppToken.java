package io.ledgerbridge.sagex3.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

/**
 * The JWT of a connected application, with the claims that Sage documents for it; there is no token call and no refresh.
 *
 * @param issuer the client's id
 * @param subject the user
 */
record ConnectedAppToken(String issuer, String subject, String audience) {

    /** X3 answers "issued in the future" if the clocks differ a little. */
    private static final Duration BACK_DATED = Duration.ofSeconds(30);

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    /** HS256. */
    String signed(String secret, Instant now) {
        Instant issued = now.minus(BACK_DATED);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(VALIDITY)))
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
}
