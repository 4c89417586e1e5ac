package io.ledgerbridge.routes.x3;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Who may call: users with a password, and connected applications that sign a token with their secret. */
final class Authentication {

    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Clock clock;

    private record App(String secret, String user, @Nullable String audience) {}

    Authentication(Clock clock) {
        this.clock = clock;
    }

    void user(String name, String password) {
        users.put(name, password);
    }

    void connectedApp(String clientId, String secret, String user, @Nullable String audience) {
        apps.put(clientId, new App(secret, user, audience));
    }

    /** Why the Authorization header is not good, in the words of X3 on premises; nothing where it is. */
    Optional<String> refusal(@Nullable String header) {
        if (header == null) {
            return Optional.of("Error 10: No authorization");
        }
        if (header.startsWith("Basic ")) {
            return basicRefusal(header.substring(6));
        }
        return header.startsWith("Bearer ")
                ? tokenRefusal(header.substring(7))
                : Optional.of("Error 11: Invalid token");
    }

    private Optional<String> basicRefusal(String encoded) {
        String given = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        boolean known = users.entrySet().stream().anyMatch(user -> given.equals(user.getKey() + ":" + user.getValue()));
        return known ? Optional.empty() : Optional.of("Unauthorized");
    }

    private Optional<String> tokenRefusal(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.of("Error 12: Invalid token");
        }
        try {
            JsonNode claims =
                    Json.read(new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8));
            App app = apps.get(claims.path("iss").asText());
            if (app == null) {
                return Optional.of("Error 41: Invalid token");
            }
            return claimsRefusal(claims, app, signed(parts.get(0) + "." + parts.get(1), app), parts.get(2));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.of("Error 13: Invalid token");
        }
    }

    private Optional<String> claimsRefusal(JsonNode claims, App app, byte[] expected, String signature) {
        long now = clock.instant().getEpochSecond();
        if (!claims.path("sub").asText().equals(app.user())) {
            return Optional.of("Error 42: Invalid token");
        }
        if (app.audience() != null && !claims.path("aud").asText().equals(app.audience())) {
            return Optional.of("Error 45: Invalid token");
        }
        if (claims.path("iat").asLong() > now) {
            return Optional.of("Error 21: Invalid token");
        }
        boolean good = MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(signature));
        return good && claims.path("exp").asLong() > now ? Optional.empty() : Optional.of("Error 50: Invalid token");
    }

    private static byte[] signed(String content, App app) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(app.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    }
}
