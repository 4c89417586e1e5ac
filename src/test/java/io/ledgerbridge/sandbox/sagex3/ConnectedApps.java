package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import io.ledgerbridge.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tokens of connected applications, judged as X3 on premises does: what is wrong is said by a number. */
final class ConnectedApps {

    static final int ISSUED_IN_THE_FUTURE = 21;
    static final int ISSUER = 41;
    static final int SUBJECT = 42;
    static final int AUDIENCE = 45;
    static final int SIGNATURE_OR_EXPIRY = 50;

    private final Map<String, ConnectedApp> apps = new ConcurrentHashMap<>();
    private final Clock clock;

    ConnectedApps(Clock clock) {
        this.clock = clock;
    }

    void register(ConnectedApp app) {
        apps.put(app.clientId(), app);
    }

    static boolean isToken(String text) {
        return text.chars().filter(c -> c == '.').count() == 2;
    }

    /** The number of X3's error, or null where the token is good. */
    @Nullable
    Integer faultOf(String token, Predicate<String> knownUser) {
        String[] parts = token.split("\\.", -1);
        JsonNode claims = decoded(parts[1]);
        ConnectedApp app = apps.get(claims.path("iss").asText());
        long now = clock.instant().getEpochSecond();
        if (app == null) {
            return ISSUER;
        }
        if (!decoded(parts[0]).path("alg").asText().equals("HS256") || !isSigned(token, app.secret())) {
            return SIGNATURE_OR_EXPIRY;
        }
        if (!knownUser.test(claims.path("sub").asText())) {
            return SUBJECT;
        }
        if (!app.audience().isEmpty() && !isFor(app, claims.path("aud"))) {
            return AUDIENCE;
        }
        return timesOf(claims, app, now);
    }

    /** The claim is a text, or a list of one. */
    private static boolean isFor(ConnectedApp app, JsonNode audience) {
        return app.audience().equals((audience.isArray() ? audience.path(0) : audience).asText());
    }

    private static @Nullable Integer timesOf(JsonNode claims, ConnectedApp app, long now) {
        long issued = claims.path("iat").asLong();
        long expires = claims.path("exp").asLong();
        if (issued > now) {
            return ISSUED_IN_THE_FUTURE;
        }
        boolean expired = expires <= now || expires - issued > app.validity().toSeconds();
        return expired ? SIGNATURE_OR_EXPIRY : null;
    }

    private static boolean isSigned(String token, String secret) {
        try {
            return JWSObject.parse(token).verify(new MACVerifier(secret));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static JsonNode decoded(String part) {
        try {
            return Json.readAnything(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Json.object();
        }
    }
}
