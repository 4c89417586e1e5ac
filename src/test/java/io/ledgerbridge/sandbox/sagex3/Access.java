package io.ledgerbridge.sandbox.sagex3;

import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Who may come in: users by HTTP Basic, connected applications by their own tokens, others by OAuth2's. */
public final class Access {

    /** The user that every sandbox knows. */
    public static final String USER = "LBRIDGE";

    public static final String PASSWORD = "sandbox-password";

    /** The connected application, and OAuth2's client, that every sandbox knows. */
    public static final String CLIENT_ID = "ledger-bridge";

    public static final String CLIENT_SECRET = "sandbox-secret-of-at-least-32-bytes";

    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final ConnectedApps connectedApps;
    private final OAuth2 oauth2;

    Access(Clock clock, OAuth2 oauth2) {
        this.oauth2 = oauth2;
        connectedApps = new ConnectedApps(clock);
        user(USER, PASSWORD);
    }

    /** A user by HTTP Basic, who may also be the subject of a token. */
    public Access user(String name, String password) {
        users.put(name, password);
        return this;
    }

    /** Another connected application, or one under the same client id with other settings. */
    public Access connectedApp(ConnectedApp app) {
        connectedApps.register(app);
        return this;
    }

    /** The answer to a caller who may not come in, or null. */
    @Nullable
    Reply refusal(Request request, boolean basicTaken) {
        String authorization = request.header("authorization");
        if (authorization.startsWith("Bearer ")) {
            return refusalOfToken(authorization.substring("Bearer ".length()));
        }
        if (basicTaken && authorization.startsWith("Basic ")) {
            return isUser(authorization.substring("Basic ".length())) ? null : unauthorised();
        }
        return unauthorised();
    }

    static Reply unauthorised() {
        return Reply.json(401, Json.object().put("message", "Unauthorised"))
                .with("WWW-Authenticate", "Basic realm=\"Sage X3\"");
    }

    static Reply invalidToken(int error) {
        return Reply.of(401, "text/plain; charset=utf-8", "Error %d: Invalid token".formatted(error));
    }

    private @Nullable Reply refusalOfToken(String token) {
        if (!ConnectedApps.isToken(token)) {
            return refusalOfAccessToken(token);
        }
        Integer fault = connectedApps.faultOf(token, users::containsKey);
        return fault == null ? null : invalidToken(fault);
    }

    private @Nullable Reply refusalOfAccessToken(String token) {
        if (oauth2.isGood(token)) {
            return null;
        }
        return oauth2.plainText401 ? invalidToken(ConnectedApps.SIGNATURE_OR_EXPIRY) : unauthorised();
    }

    private boolean isUser(String encoded) {
        return users.entrySet().stream()
                .anyMatch(user -> HttpHeaders.encodeBasicAuth(user.getKey(), user.getValue(), StandardCharsets.UTF_8)
                        .equals(encoded));
    }
}
