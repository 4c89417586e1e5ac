package io.ledgerbridge.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What has no place in a route: programs, SQL, amounts, places and secrets; and in a URI, what callers say or what grows. */
final class ForbiddenThings {

    private static final Set<String> PROGRAMS =
            Set.of("script", "groovy", "js", "java", "joor", "jq", "mvel", "ognl", "python", "spel", "wasm");
    private static final Set<String> URIS = Set.of(
            "uri", "toD", "to", "wireTap", "deadLetterUri", "recipientList", "routingSlip", "enrich", "pollEnrich");
    private static final Set<String> EXPRESSIONS = Set.of("simple", "constant", "tokenize");

    private static final Map<String, Pattern> ANYWHERE = patterns(
            Map.of(
                    "SQL",
                            "(?i)\\bselect\\b.*\\bfrom\\b|\\binsert\\s+into\\b|\\bdelete\\s+from\\b|\\bupdate\\b.*\\bset\\b",
                    "a program", "(?i)\\b(language|groovy|exec|script|jslt):|^(sql|jdbc|jpa|mybatis):",
                    "a host",
                            "(?i)\\bhttps?:/(?<!platform-http:/)|\\blocalhost\\b|\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b|\\.(com|net|org|io)\\b[:/]",
                    "a port", ":[0-9]{2,5}\\b",
                    "a secret",
                            "(?i)(password|secret|token|api-?key)\\s*[=:]\\s*[^\\s$#]|\\b(bearer|basic)\\s+[a-z0-9+/=._-]{8,}"));
    private static final Map<String, Pattern> IN_EXPRESSIONS = patterns(Map.of(
            "JSON built by hand", "\\{\\s*\"|\"\\s*:",
            "an account or an amount", "\\b[0-9]{5,}\\b|\\b[0-9]+\\.[0-9]+\\b",
            "arithmetic", "\\+\\+|--|}\\s*[+*/-]\\s*(\\$\\{|[0-9])|\\$\\{(math|sum)\\b"));
    private static final Pattern FROM_OUTSIDE =
            Pattern.compile("\\$\\{(in\\.)?(header|headers|body|bodyAs|mandatoryBodyAs)\\b");

    /** What is of a store and of nothing less: Camel keeps an endpoint for each URI. */
    private static final Pattern OF_A_STORE = Pattern.compile(
            "variable\\.(store|journal\\.store|shop\\.(apiUrl|storeHash)|folder\\.(url|endpoint|graphqlUrl))");

    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{([^}]*)}");

    private ForbiddenThings() {}

    static List<String> in(RouteFile file) {
        List<String> faults = new ArrayList<>();
        look(file.name(), "", new RouteFile.Place("", file.tree()), faults);
        return faults;
    }

    /** Descends by itself, since what is allowed depends on where a text stands. */
    private static void look(String file, String within, RouteFile.Place place, List<String> faults) {
        if (PROGRAMS.contains(place.key())) {
            faults.add("%s: a program: %s".formatted(file, place.key()));
        }
        if (place.key().matches("(?i)(password|secret|accessToken|jwtAuthorizationType|username|authPassword)")) {
            faults.add("%s: a secret: %s".formatted(file, place.key()));
        }
        if (place.value().isTextual() && !place.key().equals("description")) {
            text(file, within, place.value().asText(), faults);
        }
        String inner = URIS.contains(place.key()) || EXPRESSIONS.contains(place.key()) ? place.key() : within;
        if (place.value().isObject()) {
            place.value()
                    .properties()
                    .forEach(field -> look(
                            file,
                            inside(within, inner, field.getKey()),
                            new RouteFile.Place(field.getKey(), field.getValue()),
                            faults));
        } else {
            place.value().forEach(item -> look(file, inner, new RouteFile.Place(place.key(), item), faults));
        }
    }

    /** An expression inside of an endpoint's step makes an endpoint. */
    private static String inside(String within, String inner, String key) {
        if (URIS.contains(key)) {
            return key;
        }
        return URIS.contains(within) && EXPRESSIONS.contains(inner) ? within : inner;
    }

    private static void text(String file, String within, String text, List<String> faults) {
        ANYWHERE.forEach((what, pattern) -> {
            if (pattern.matcher(text).find() && !text.matches("[a-zA-Z.]+\\$?[a-zA-Z]+")) {
                faults.add("%s: %s: %s".formatted(file, what, text));
            }
        });
        if (EXPRESSIONS.contains(within)) {
            IN_EXPRESSIONS.forEach((what, pattern) -> {
                if (pattern.matcher(text).find()) {
                    faults.add("%s: %s: %s".formatted(file, what, text));
                }
            });
        }
        if (URIS.contains(within) && FROM_OUTSIDE.matcher(text).find()) {
            faults.add("%s: a caller's words in a URI: %s".formatted(file, text));
        }
        if (URIS.contains(within)) {
            FILLED_IN
                    .matcher(text)
                    .results()
                    .map(filled -> filled.group(1))
                    .filter(filled -> !OF_A_STORE.matcher(filled).matches())
                    .forEach(filled ->
                            faults.add("%s: %s in a URI makes endpoints without end".formatted(file, filled)));
        }
    }

    private static Map<String, Pattern> patterns(Map<String, String> texts) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        texts.forEach((what, pattern) -> patterns.put(what, Pattern.compile(pattern, Pattern.DOTALL)));
        return patterns;
    }
}
