package io.ledgerbridge.sagex3.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.X3Words;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered. */
public sealed interface TokenReply {

    /** With the endpoint's own JSON these mean that what was shown is worth nothing. */
    Set<Integer> REFUSALS = Set.of(400, 403, 404);

    /** Sage's documentation: an access token lives for five minutes. */
    long STANDARD_SECONDS = 300;

    /**
     * Tokens.
     *
     * @param refresh the new refresh token, which replaces the one that was used; none for client credentials
     * @param lasts how long the access token lasts
     */
    record Granted(String access, @Nullable String refresh, Duration lasts) implements TokenReply {

        /** Never the tokens. */
        @Override
        public String toString() {
            return "Granted[" + lasts + "]";
        }
    }

    /** 400, 403 or 404: what was shown is worth nothing any more. */
    record Refused(String words) implements TokenReply {}

    /** 401: the client's own id or secret isn't taken. */
    record ClientRefused(String words) implements TokenReply {}

    /**
     * Reads an answer. Names in camel case are taken as well; a body is quoted only where it can hold no token. Only JSON
     * refuses what was shown: a page of HTML comes from something on the way, and a store must not wait for its pairing
     * because of it.
     *
     * @throws Fault if the answer says nothing of tokens
     */
    static TokenReply of(int status, @Nullable String body) {
        Optional<JsonNode> json = X3Json.object(body);
        if (status == 401) {
            return new ClientRefused(X3Words.ofReply(status, body));
        }
        if (REFUSALS.contains(status) && json.isPresent()) {
            return new Refused(X3Words.ofReply(status, body));
        }
        return json.filter(granted -> status == 200 || status == 201)
                .flatMap(TokenReply::granted)
                .orElseThrow(() -> Fault.passing(
                        "Sage's token endpoint answered HTTP %d without a token".formatted(status), null));
    }

    private static Optional<TokenReply> granted(JsonNode json) {
        String access = text(json, "access_token", "accessToken");
        String refresh = text(json, "refresh_token", "refreshToken");
        String seconds = text(json, "expires_in", "expiresIn");
        long lasts = seconds.matches("[1-9]\\d{0,8}") ? Long.parseLong(seconds) : STANDARD_SECONDS;
        return access.isEmpty()
                ? Optional.empty()
                : Optional.of(new Granted(access, refresh.isEmpty() ? null : refresh, Duration.ofSeconds(lasts)));
    }

    private static String text(JsonNode json, String name, String inCamelCase) {
        return json.path(json.hasNonNull(name) ? name : inCamelCase).asText("");
    }
}
