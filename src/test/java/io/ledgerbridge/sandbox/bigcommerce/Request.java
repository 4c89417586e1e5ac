package io.ledgerbridge.sandbox.bigcommerce;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API.
 *
 * @param path such as {@code /stores/abc123/v2/orders/250}
 * @param query decoded; the first of each name
 * @param headers by lower-case name; the first of each
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    static Request of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            Arrays.stream(raw.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> query.putIfAbsent(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""));
        }
        return Map.copyOf(query);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    int number(String name, int otherwise) {
        return parameter(name).map(Integer::valueOf).orElse(otherwise);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isV2() {
        return path.contains("/v2/");
    }

    boolean acceptsJson() {
        return header("accept").orElse("").contains("application/json");
    }
}
