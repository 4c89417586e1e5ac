package io.ledgerbridge.frontdoor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The parameters of a form, behind those of the query. */
final class FormParameters {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** No form here has a tenth of it. */
    private static final int MOST = 100;

    private FormParameters() {}

    static Map<String, String[]> of(Map<String, String[]> query, @Nullable String type, byte[] body) {
        Map<String, String[]> parameters = new LinkedHashMap<>(query);
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST + 1);
            for (int pair = 0; pair < Math.min(pairs.length, MOST); pair++) {
                add(parameters, pairs[pair]);
            }
        }
        return parameters;
    }

    private static void add(Map<String, String[]> parameters, String pair) {
        String[] parts = pair.split("=", 2);
        try {
            String name = decoded(parts[0]);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            parameters.merge(name, new String[] {value}, StringUtils::concatenateStringArrays);
        } catch (IllegalArgumentException unreadable) {
            // who asks for it will miss it
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
