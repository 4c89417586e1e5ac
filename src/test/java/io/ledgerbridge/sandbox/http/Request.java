package io.ledgerbridge.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An HTTP request, read whole. Header names are in lower case. */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public static Request of(HttpExchange http) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        http.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return new Request(
                http.getRequestMethod(),
                http.getRequestURI().getPath(),
                pairs(http.getRequestURI().getRawQuery()),
                headers,
                new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** A query string or a form: names and values, decoded. */
    public static Map<String, String> pairs(@Nullable String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    public Request translated(UnaryOperator<String> into) {
        Map<String, String> values = new LinkedHashMap<>(query);
        values.replaceAll((name, value) -> into.apply(value));
        return new Request(method, path, values, headers, into.apply(body));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public int number(String name, int otherwise) {
        return parameter(name).map(Integer::valueOf).orElse(otherwise);
    }

    /** The parameter, empty where it isn't there; likewise a header. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
