package io.ledgerbridge.sandbox.sagex3;

import io.ledgerbridge.sandbox.http.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of Sage's cloud: access tokens of five minutes, and refresh tokens of thirty days, each of which dies when
 * it is used and is replaced by the next.
 */
public final class OAuth2 {

    private static final Duration CODES_LAST = Duration.ofMinutes(10);
    private static final Duration REFRESH_TOKENS_LAST = Duration.ofDays(30);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Set<String> dead = new HashSet<>();
    private int deadOnesUsed;
    public volatile Duration accessTokensLast = Duration.ofMinutes(5);
    /** Whether the callback is a GET with {@code code}; else it is a POST with {@code authorizationCode}. */
    public volatile boolean callbackByGet;
    /** The endpoint that a callback names; empty where it names none. */
    public volatile String endpointInCallback = "";
    /** The audience that client credentials must name; empty where any or none will do. */
    public volatile String audience = "";
    /** Whether answers say {@code accessToken} instead of {@code access_token}, as some are said to. */
    public volatile boolean camelCase;
    /** With which status a code or a refresh token is refused: 400, 403 and 404 all mean pairing again. */
    public volatile int refusalStatus = 400;
    /** What a token request with a wrong secret meets; X3's words repeat the secret. */
    public volatile int unknownClientStatus = 401;
    /** Whether an access token that is no good meets X3's plain text instead of the cloud's JSON. */
    public volatile boolean plainText401;

    /** What a token request gets; client credentials get no refresh token. */
    record Tokens(String access, @Nullable String refresh, Duration lasts) {}

    /** What a person's consent sends back to the program, and by which method. */
    public record Callback(String method, String uri, Map<String, String> fields) {
        public Callback {
            fields = Map.copyOf(fields);
        }
    }

    private record Code(String client, String redirectUri, Instant until) {}

    private record Grant(String client, Instant until) {}

    OAuth2(Clock clock) {
        this.clock = clock;
    }

    /** A refresh token of the sandbox's client, as if pairing had been done elsewhere. */
    public synchronized String issueRefreshToken() {
        return newRefreshToken(Access.CLIENT_ID);
    }

    /** Every access token expires now. */
    public synchronized void expireAccessTokens() {
        accessTokens.clear();
    }

    /** Every refresh token dies now: each program must be paired again. */
    public synchronized void forgetPairings() {
        dead.addAll(refreshTokens.keySet());
        refreshTokens.clear();
    }

    /** How often a refresh token was used that had been replaced. */
    public synchronized int deadRefreshTokensUsed() {
        return deadOnesUsed;
    }

    /** Whether a refresh token would be taken now. */
    public synchronized boolean isLive(String refreshToken) {
        return refreshTokens.containsKey(refreshToken);
    }

    /** How many refresh tokens would be taken now. */
    public synchronized int liveRefreshTokens() {
        return refreshTokens.size();
    }

    /**
     * A person's consent at the authorise page.
     *
     * @param authorizeUrl the page's address with {@code client_id}, {@code redirect_uri} and {@code state}
     * @throws IllegalArgumentException where it names no known client
     */
    public Callback approve(String authorizeUrl) {
        return approve(Request.pairs(authorizeUrl.substring(authorizeUrl.indexOf('?') + 1)));
    }

    synchronized Callback approve(Map<String, String> parameters) {
        String client = parameters.getOrDefault("client_id", "");
        String redirectUri = parameters.getOrDefault("redirect_uri", "");
        if (!client.equals(Access.CLIENT_ID) || redirectUri.isEmpty()) {
            throw new IllegalArgumentException("Unknown client or no redirect_uri");
        }
        String code = newToken();
        codes.put(code, new Code(client, redirectUri, clock.instant().plus(CODES_LAST)));
        Map<String, String> fields = new HashMap<>();
        fields.put(callbackByGet ? "code" : "authorizationCode", code);
        fields.put("state", parameters.getOrDefault("state", ""));
        if (!endpointInCallback.isEmpty()) {
            fields.put("endpoint", endpointInCallback);
        }
        return new Callback(callbackByGet ? "GET" : "POST", redirectUri, fields);
    }

    boolean isClient(String id, String secret) {
        return id.equals(Access.CLIENT_ID) && secret.equals(Access.CLIENT_SECRET);
    }

    synchronized boolean isGood(String accessToken) {
        Instant until = accessTokens.get(accessToken);
        return until != null && until.isAfter(clock.instant());
    }

    /** The tokens for a code, which works once, or null. */
    synchronized @Nullable Tokens exchange(String client, String code, String redirectUri) {
        Code known = codes.remove(code);
        boolean good = known != null
                && known.client().equals(client)
                && known.redirectUri().equals(redirectUri)
                && known.until().isAfter(clock.instant());
        return good ? newTokens(client) : null;
    }

    /** The tokens for a refresh token, which dies by it, or null. */
    synchronized @Nullable Tokens refresh(String client, String refreshToken) {
        if (dead.contains(refreshToken)) {
            deadOnesUsed++;
        }
        Grant grant = refreshTokens.get(refreshToken);
        if (grant == null || !grant.client().equals(client) || !grant.until().isAfter(clock.instant())) {
            return null;
        }
        refreshTokens.remove(refreshToken);
        dead.add(refreshToken);
        return newTokens(client);
    }

    /** How many there were, except those that were taken back. */
    public synchronized int accessTokensGiven() {
        return accessTokens.size();
    }

    /** The token for a client's own credentials, or null where the audience is another. */
    synchronized @Nullable Tokens ofClient(String named) {
        return audience.isEmpty() || audience.equals(named)
                ? new Tokens(newAccessToken(), null, accessTokensLast)
                : null;
    }

    private Tokens newTokens(String client) {
        return new Tokens(newAccessToken(), newRefreshToken(client), accessTokensLast);
    }

    private String newAccessToken() {
        String token = newToken();
        accessTokens.put(token, clock.instant().plus(accessTokensLast));
        return token;
    }

    private String newRefreshToken(String client) {
        String token = newToken();
        refreshTokens.put(token, new Grant(client, clock.instant().plus(REFRESH_TOKENS_LAST)));
        return token;
    }

    private String newToken() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
