package io.ledgerbridge.sagex3.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.OneRequestClient;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.X3Words;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Sage's token endpoint, once a call: a refresh that was repeated would show a token that is dead. */
@Component
class TokenEndpoint {

    /** The longest that a request takes, from connecting to the last byte. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> SECRET = Set.of("client_secret", "refresh_token", "code");

    /** With the endpoint's own JSON these mean that what was shown is worth nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404);

    private static final int LONGEST_ANSWER = 64 * 1024;

    /** Sage's documentation: an access token lives for five minutes. */
    private static final long STANDARD_SECONDS = 300;

    private final CloseableHttpClient client =
            OneRequestClient.with("Sage's token endpoint", PATIENCE, new AnswerLimits(LONGEST_ANSWER));

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /**
     * Sends a token request.
     *
     * @throws Fault where there is no answer that says anything
     */
    TokenReply ask(GrantRequest request) {
        HttpPost post = new HttpPost(request.url());
        post.setHeader("Accept", "application/json");
        post.setEntity(entity(request.form(), request.fields()));
        try {
            return client.execute(post, response -> {
                boolean granted = response.getCode() < 300;
                String body = body(response);
                return reply(response.getCode(), granted ? body : withoutSecrets(body, request.fields()));
            });
        } catch (IOException lost) {
            throw Fault.passing("Sage's token endpoint gave no answer: " + lost, lost);
        }
    }

    private static HttpEntity entity(Auth.TokenRequest form, Map<String, String> fields) {
        return switch (form) {
            case JSON -> new StringEntity(X3Json.write(fields), ContentType.APPLICATION_JSON);
            case FORM -> new StringEntity(form(fields), ContentType.APPLICATION_FORM_URLENCODED);
        };
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A server may repeat what it was sent, and its words are shown. */
    private static @Nullable String withoutSecrets(@Nullable String body, Map<String, String> fields) {
        String without = body;
        for (String name : SECRET) {
            String secret = fields.get(name);
            if (without != null && secret != null && !secret.isBlank()) {
                without = without.replace(secret, "…").replace(encoded(secret), "…");
            }
        }
        return without;
    }

    private static @Nullable String body(ClassicHttpResponse response) throws IOException {
        try {
            HttpEntity entity = response.getEntity();
            return entity == null ? null : EntityUtils.toString(entity, StandardCharsets.UTF_8);
        } catch (ParseException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /**
     * Names in camel case are taken as well; a body is quoted only where it can hold no token. Only JSON refuses what was
     * shown: a page of HTML comes from something on the way, and a store must not wait for its pairing because of it.
     */
    private static TokenReply reply(int status, @Nullable String body) {
        Optional<JsonNode> json = X3Json.object(body);
        if (status == 401) {
            return new TokenReply.ClientRefused(X3Words.ofReply(status, body));
        }
        if (REFUSALS.contains(status) && json.isPresent()) {
            return new TokenReply.Refused(X3Words.ofReply(status, body));
        }
        return json.filter(granted -> status == 200 || status == 201)
                .flatMap(TokenEndpoint::granted)
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
                : Optional.of(
                        new TokenReply.Granted(access, refresh.isEmpty() ? null : refresh, Duration.ofSeconds(lasts)));
    }

    private static String text(JsonNode json, String name, String inCamelCase) {
        return json.path(json.hasNonNull(name) ? name : inCamelCase).asText("");
    }
}
