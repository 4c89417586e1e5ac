package io.ledgerbridge.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the files of routes/ have to look like. Each check tells what is wrong, and nothing where nothing is. */
final class RouteChecks {

    private static final Schema SCHEMA = schema();
    private static final int MOST_LINES_OF_AN_INTERFACE = 100;

    private RouteChecks() {}

    /** Against the schema by which editors know Camel's YAML. */
    static List<String> againstSchema(RouteFile file) {
        return SCHEMA.validate(file.tree()).stream()
                .map(error -> file.name() + ": " + error)
                .toList();
    }

    /** A file is verb-noun.camel.yaml; its first route has its stem as id, and the others extend it. */
    static List<String> ofNames(RouteFile file) {
        List<String> faults = new ArrayList<>();
        if (!file.name().matches("[a-z]+(-[a-z0-9]+)+\\.camel\\.yaml")) {
            faults.add(file.name() + ": is no verb-noun.camel.yaml");
        }
        if (file.routes().isEmpty()) {
            faults.add(file.name() + ": has no route");
        }
        String expected = file.stem();
        for (JsonNode route : file.routes()) {
            String id = route.path("id").asText();
            boolean first = expected.equals(file.stem());
            if (first ? !id.equals(expected) : !id.startsWith(expected)) {
                faults.add("%s: route '%s' should be %s%s".formatted(file.name(), id, expected, first ? "" : "…"));
            }
            expected = file.stem() + "-";
        }
        return faults;
    }

    /** Every route says what it is. */
    static List<String> ofRoutes(List<RouteFile> files) {
        List<String> faults = new ArrayList<>();
        for (JsonNode route : all(files)) {
            String id = route.path("id").asText();
            if (!route.path("group").asText().matches("[a-z]+(-[a-z]+)*")) {
                faults.add(id + ": has no group");
            }
            if (!route.path("description").asText().matches("(?s)[A-Z].*\\.")) {
                faults.add(id + ": has no sentence as its description");
            }
        }
        return faults;
    }

    /** The form that editors write: routes at the top, expressions spelled out, meaning in descriptions. */
    static List<String> ofForm(RouteFile file) {
        List<String> faults = new ArrayList<>();
        file.tree().forEach(item -> {
            if (item.size() != 1 || !(item.has("route") || item.has("routeConfiguration"))) {
                faults.add(file.name() + ": holds something beside routes and their configurations");
            }
        });
        for (RouteFile.Place place : file.places()) {
            if (place.value().isTextual() && Set.of("simple", "constant").contains(place.key())) {
                faults.add("%s: spell out %s: %s"
                        .formatted(file.name(), place.key(), place.value().asText()));
            }
        }
        if (file.text().lines().anyMatch(line -> line.matches("\\s*#.*"))) {
            faults.add(file.name() + ": an editor drops its comments");
        }
        return faults;
    }

    /** A route that takes from a direct: or seda: endpoint is named for it; the start checks the rest. */
    static List<String> ofEndpoints(List<RouteFile> files) {
        List<String> faults = new ArrayList<>();
        for (JsonNode route : all(files)) {
            String id = route.path("id").asText();
            consumed(route.path("from"))
                    .filter(endpoint -> !endpoint.endsWith(":" + id))
                    .ifPresent(endpoint -> faults.add("%s: consumes %s".formatted(id, endpoint)));
        }
        return faults;
    }

    /** One file begins, sends and settles a journal, and what calls Sage X3 by an interface is small. */
    static List<String> ofTheProtocol(List<RouteFile> files) {
        List<String> faults = new ArrayList<>();
        files.stream()
                .filter(file -> !file.stem().equals("send-journal"))
                .filter(file -> file.places().stream()
                        .anyMatch(place -> place.value().path("ref").asText().equals("journalDispatch")))
                .forEach(file -> faults.add(file.name() + ": the once-only protocol is send-journal's"));
        files.stream()
                .filter(file -> file.stem().startsWith("call-x3-"))
                .filter(file -> file.text().lines().count() > MOST_LINES_OF_AN_INTERFACE)
                .forEach(file ->
                        faults.add("%s: has more than %d lines".formatted(file.name(), MOST_LINES_OF_AN_INTERFACE)));
        return faults;
    }

    /** In both spellings: {@code direct:name}, or {@code direct} with a name. */
    private static Optional<String> consumed(JsonNode from) {
        String uri = from.path("uri").asText();
        if (uri.equals("direct") || uri.equals("seda")) {
            return Optional.of(uri + ":" + from.path("parameters").path("name").asText());
        }
        return uri.matches("(direct|seda):.*") ? Optional.of(uri.replaceFirst("\\?.*", "")) : Optional.empty();
    }

    private static List<JsonNode> all(List<RouteFile> files) {
        return files.stream().flatMap(file -> file.routes().stream()).toList();
    }

    private static Schema schema() {
        try (InputStream schema = Objects.requireNonNull(
                RouteChecks.class.getClassLoader().getResourceAsStream("schema/camelYamlDsl.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
