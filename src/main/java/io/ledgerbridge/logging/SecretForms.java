package io.ledgerbridge.logging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** The forms in which whoever was shown a secret may repeat it: as it is, in URLs, JSON and XML, and in Base64. */
final class SecretForms {

    private SecretForms() {}

    /** Some may be the same. */
    static Stream<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
