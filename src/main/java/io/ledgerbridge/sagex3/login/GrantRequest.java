package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.sagex3.X3Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * A request for tokens.
 *
 * @param fields by name, secrets among them
 */
record GrantRequest(URI url, Auth.TokenRequest form, Map<String, String> fields) {

    private static final Set<String> SECRET = Set.of("client_secret", "refresh_token", "code");

    /** The same for the same request alone. A refresh token in it is long and random, so it gives no secret away. */
    String sha256() {
        return Sha256.of(url + "\n" + form + "\n" + form(fields));
    }

    HttpEntity entity() {
        return switch (form) {
            case JSON -> new StringEntity(X3Json.write(fields), ContentType.APPLICATION_JSON);
            case FORM -> new StringEntity(form(fields), ContentType.APPLICATION_FORM_URLENCODED);
        };
    }

    /** Takes the request's secrets out of an answer: a server may repeat what it was sent, and its words are shown. */
    @Nullable
    String withoutSecrets(@Nullable String answer) {
        String without = answer;
        for (String name : SECRET) {
            String secret = fields.get(name);
            if (without != null && secret != null && !secret.isBlank()) {
                without = without.replace(secret, "…").replace(encoded(secret), "…");
            }
        }
        return without;
    }

    /** Fields as a form or a query writes them. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the fields. */
    @Override
    public String toString() {
        return "GrantRequest[" + url + "]";
    }
}
