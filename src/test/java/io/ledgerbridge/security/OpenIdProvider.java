package io.ledgerbridge.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.ledgerbridge.sandbox.http.LocalServer;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID provider that asks nobody for a password: whoever comes is Anna, with the groups that she is given. */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "ledger-bridge";

    private final LocalServer server;
    private final RSAKey key;
    private volatile List<String> groups = List.of();
    private volatile boolean away;
    private volatile String nonce = "";
    private volatile String challenge = "";

    public OpenIdProvider() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("1").algorithm(JWSAlgorithm.RS256).generate();
        server = new LocalServer("openid-provider", 0, request -> new LocalServer.Answer(answer(request), false));
    }

    public String url() {
        return server.url();
    }

    /** As a provider that can't be reached: it breaks off every connection. */
    void beAway(boolean isAway) {
        away = isAway;
    }

    public void put(String... annasGroups) {
        groups = List.of(annasGroups);
    }

    private @Nullable Reply answer(Request request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> away ? null : json("""
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(url()));
            case "/keys" -> json(new JWKSet(key).toString());
            case "/authorize" -> authorize(request);
            case "/token" -> token(request);
            default -> Reply.html(404, "");
        };
    }

    private Reply authorize(Request request) {
        nonce = request.query("nonce");
        challenge = request.query("code_challenge_method").equals("S256") ? request.query("code_challenge") : "";
        String back = request.query("redirect_uri") + "?code=1&state=" + request.query("state");
        return new Reply(302, Map.of("Location", back), "");
    }

    /** For whoever has what the code was asked for with. */
    private Reply token(Request request) {
        String verifier = Request.pairs(request.body()).getOrDefault("code_verifier", "");
        return challengeOf(verifier).equals(challenge) ? json("""
                {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken())) : new Reply(400, Map.of(), "");
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String idToken() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(url())
                            .subject("anna")
                            .audience(CLIENT)
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .claim("nonce", nonce)
                            .claim("groups", groups)
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Reply json(String body) {
        return Reply.of(200, "application/json", body);
    }

    @Override
    public void close() {
        server.close();
    }
}
