package io.ledgerbridge.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which variables a route needs: those that it, or a route that it calls, reads before one of them has set them. */
final class RouteNeeds {

    private static final Pattern READ = Pattern.compile("\\bvariable\\.(\\w+)");
    private static final Pattern CALLED = Pattern.compile("(?:direct|seda):([\\w-]+).*");

    private final Map<String, JsonNode> routes = new HashMap<>();
    private final Set<String> set = new HashSet<>();
    private final Set<String> needed = new TreeSet<>();

    private RouteNeeds(List<RouteFile> files) {
        files.forEach(file ->
                file.routes().forEach(route -> routes.put(route.path("id").asText(), route)));
    }

    static Set<String> of(String id, List<RouteFile> files) {
        RouteNeeds needs = new RouteNeeds(files);
        needs.route(id);
        return needs.needed;
    }

    /** The routes of a file that another file calls. */
    static Set<String> called(List<RouteFile> files) {
        Set<String> called = new TreeSet<>();
        for (RouteFile file : files) {
            file.places().stream()
                    .map(place -> CALLED.matcher(place.value().asText()))
                    .filter(matcher -> matcher.matches() && !matcher.group(1).startsWith(file.stem()))
                    .forEach(matcher -> called.add(matcher.group(1)));
        }
        return called;
    }

    private void route(String id) {
        JsonNode route = routes.get(id);
        if (route != null) {
            walk("", route.path("from").path("steps"));
        }
    }

    private void walk(String key, JsonNode node) {
        if (node.isTextual()
                && key.equals("uri")
                && CALLED.matcher(node.asText()).matches()) {
            route(node.asText().replaceFirst("\\?.*", "").replaceFirst(".*:", ""));
        } else if (node.isTextual() && !key.equals("description")) {
            READ.matcher(node.asText())
                    .results()
                    .map(read -> read.group(1))
                    .filter(name -> !set.contains(name))
                    .forEach(needed::add);
        }
        node.properties().forEach(field -> walk(field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(item -> walk(key, item));
        }
        if (key.equals("setVariable")) {
            set.add(node.path("name").asText());
        }
        if (node.has("variableReceive")) {
            set.add(node.path("variableReceive").asText());
        }
    }
}
