package io.ledgerbridge.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files of routes/ have to look like. Each check tells what is wrong, and nothing where nothing is. */
final class RouteChecks {

    /** What operators ask for; no route sends to it. */
    private static final Set<String> ASKED_FROM_OUTSIDE = Set.of("direct:preview-order");

    private static final Schema SCHEMA = schema();

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

    /** Every route says what it is, and by which configuration it fails; no id is there twice. */
    static List<String> ofRoutes(List<RouteFile> files) {
        Set<String> configurations = new TreeSet<>();
        files.forEach(file -> file.configurations()
                .forEach(configuration ->
                        configurations.add(configuration.path("id").asText())));
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode route : all(files)) {
            String id = route.path("id").asText();
            if (!ids.add(id)) {
                faults.add(id + ": is there twice");
            }
            if (!route.path("group").asText().matches("[a-z]+(-[a-z]+)*")) {
                faults.add(id + ": has no group");
            }
            if (!route.path("description").asText().matches("(?s)[A-Z].*\\.")) {
                faults.add(id + ": has no sentence as its description");
            }
            String configuration = route.path("routeConfigurationId").asText();
            if (!configurations.contains(configuration)) {
                faults.add("%s: there is no routeConfiguration '%s'".formatted(id, configuration));
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

    /**
     * Each direct: and seda: endpoint that is sent to is consumed once, by the route of that name, and none in vain.
     *
     * @param byJava endpoints that the program's classes send to
     */
    static List<String> ofEndpoints(List<RouteFile> files, Set<String> byJava) {
        List<String> faults = new ArrayList<>();
        List<String> consumed = new ArrayList<>();
        Set<String> sentTo = new TreeSet<>(byJava);
        for (RouteFile file : files) {
            file.configurations().forEach(configuration -> sentTo.addAll(Endpoints.named(configuration)));
        }
        for (JsonNode route : all(files)) {
            String id = route.path("id").asText();
            sentTo.addAll(Endpoints.named(route.path("from").path("steps")));
            Endpoints.consumed(route.path("from")).ifPresent(endpoint -> {
                consumed.add(endpoint);
                if (!endpoint.endsWith(":" + id)) {
                    faults.add("%s: consumes %s".formatted(id, endpoint));
                }
            });
        }
        for (String endpoint : sentTo) {
            long consumers = consumed.stream().filter(endpoint::equals).count();
            if (consumers != 1) {
                faults.add("%s: has %d consumers".formatted(endpoint, consumers));
            }
        }
        consumed.stream()
                .filter(endpoint -> !sentTo.contains(endpoint) && !ASKED_FROM_OUTSIDE.contains(endpoint))
                .forEach(endpoint -> faults.add(endpoint + ": nobody sends to it"));
        return faults;
    }

    /** The endpoints that the program's classes name. */
    static Set<String> endpointsInJava() {
        try (Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            Set<String> named = new TreeSet<>();
            for (Path file : classes.filter(Files::isRegularFile).toList()) {
                Endpoints.plain(Files.readString(file).replace('"', ' ')).forEach(named::add);
            }
            return named;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    /** The endpoints inside of the program, in both spellings: {@code direct:name}, or {@code direct} with a name. */
    private static final class Endpoints {

        static Optional<String> consumed(JsonNode from) {
            return spelled(from).or(() -> plain(from.path("uri").asText()).findFirst());
        }

        static Set<String> named(JsonNode node) {
            Set<String> named = new TreeSet<>();
            for (RouteFile.Place place : RouteFile.places(node)) {
                if (place.value().isTextual() && !place.key().equals("description")) {
                    plain(place.value().asText()).forEach(named::add);
                }
                spelled(place.value()).ifPresent(named::add);
            }
            return named;
        }

        private static Optional<String> spelled(JsonNode step) {
            String scheme = step.path("uri").asText();
            return scheme.equals("direct") || scheme.equals("seda")
                    ? Optional.of(
                            scheme + ":" + step.path("parameters").path("name").asText())
                    : Optional.empty();
        }

        private static Stream<String> plain(String text) {
            return Pattern.compile("\\b(direct|seda):[^?,\\s]+")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group);
        }
    }
}
