package io.ledgerbridge.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of routes/.
 *
 * @param name without its folder
 */
record RouteFile(String name, String text, JsonNode tree) {

    static final Path FOLDER = Path.of("routes");

    private static final String ENDING = ".camel.yaml";
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /**
     * A place in a file's tree.
     *
     * @param key of the field, or of the list that holds it
     */
    record Place(String key, JsonNode value) {}

    static RouteFile of(String name, String text) {
        try {
            return new RouteFile(name, text, YAML.readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    static List<RouteFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<RouteFile> all = new ArrayList<>();
            for (Path file : files.filter(RouteFile::holdsRoutes).sorted().toList()) {
                all.add(of(file.getFileName().toString(), Files.readString(file)));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its name, by which a failed test names it. */
    @Override
    public String toString() {
        return name;
    }

    /** The file's name without its ending. */
    String stem() {
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    List<JsonNode> routes() {
        return holding("route");
    }

    List<JsonNode> configurations() {
        return holding("routeConfiguration");
    }

    /** Every place, from the top. */
    List<Place> places() {
        return places(tree);
    }

    /** Every place below a node of a file. */
    static List<Place> places(JsonNode node) {
        List<Place> places = new ArrayList<>();
        collect("", node, places);
        return places;
    }

    private List<JsonNode> holding(String kind) {
        List<JsonNode> found = new ArrayList<>();
        tree.forEach(item -> {
            if (item.has(kind)) {
                found.add(item.get(kind));
            }
        });
        return found;
    }

    private static boolean holdsRoutes(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".md");
    }

    private static void collect(String key, JsonNode node, List<Place> places) {
        places.add(new Place(key, node));
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getKey(), field.getValue(), places));
        } else {
            node.forEach(item -> collect(key, item, places));
        }
    }
}
