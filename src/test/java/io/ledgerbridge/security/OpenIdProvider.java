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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID provider that asks nobody for a password: whoever comes is Anna, with the groups that she is given. */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "ledger-bridge";

    private final HttpServer server;
    private final RSAKey key;
    private volatile List<String> groups = List.of();
    private volatile boolean away;
    private volatile String nonce = "";
    private volatile String challenge = "";

    public OpenIdProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("1").algorithm(JWSAlgorithm.RS256).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answerUnlessAway(exchange, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(url())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** As a provider that can't be reached: it breaks off every connection. */
    void beAway(boolean isAway) {
        away = isAway;
    }

    public void put(String... annasGroups) {
        groups = List.of(annasGroups);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        nonce = asked.getOrDefault("nonce", "");
        challenge = "S256".equals(asked.get("code_challenge_method")) ? asked.getOrDefault("code_challenge", "") : "";
        String back = URLDecoder.decode(asked.getOrDefault("redirect_uri", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", back + "?code=1&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** For whoever has what the code was asked for with. */
    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher verifier = Pattern.compile("(?:^|&)code_verifier=([^&]+)").matcher(form);
        if (!verifier.find() || !challengeOf(verifier.group(1)).equals(challenge)) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        answer(exchange, """
                {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken()));
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

    private void answerUnlessAway(HttpExchange exchange, String json) throws IOException {
        if (away) {
            exchange.close();
        } else {
            answer(exchange, json);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
