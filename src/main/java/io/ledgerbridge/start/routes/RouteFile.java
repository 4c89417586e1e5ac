package io.ledgerbridge.start.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.springframework.core.io.Resource;

/**
 * One file of routes, read as YAML by what Camel itself reads it by.
 *
 * @param name as it is shown, such as {@code routes/drain-inbox.camel.yaml}
 */
record RouteFile(String name, String text, YamlPlace tree) {

    /** The file; empty, with the fault noted, if it can't be read or holds nothing. */
    static Optional<RouteFile> read(String name, Resource file, SetupFaults faults) {
        try {
            return of(name, file.getContentAsString(StandardCharsets.UTF_8), faults);
        } catch (IOException unreadable) {
            faults.fault(name, "can't be read: " + unreadable);
            return Optional.empty();
        }
    }

    static Optional<RouteFile> of(String name, String text, SetupFaults faults) {
        try {
            Optional<Node> tree =
                    new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
            if (tree.isEmpty()) {
                faults.fault(name + ":1", "is empty");
            }
            Optional<RouteFile> file = tree.map(top -> new RouteFile(name, text, YamlPlace.top(name, top)));
            file.ifPresent(read -> read.noteRepeatedKeys(faults));
            file.filter(read -> read.tree().items().findAny().isEmpty())
                    .ifPresent(read -> faults.fault(read.tree(), "holds no list of routes"));
            return file;
        } catch (MarkedYamlEngineException wrong) {
            faults.fault(name + position(wrong.getProblemMark()), "is not YAML: " + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            faults.fault(name, "is not YAML: " + wrong.getMessage());
        }
        return Optional.empty();
    }

    private static String position(Optional<Mark> mark) {
        return mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                .orElse("");
    }

    /** Camel takes the last of them without a word. */
    private void noteRepeatedKeys(SetupFaults faults) {
        tree.all().forEach(place -> {
            Map<String, YamlPlace> seen = new HashMap<>();
            place.fields().forEach(field -> {
                YamlPlace before = seen.put(field.key(), field);
                if (before != null) {
                    faults.fault(
                            field, "'%s' stands there twice, first in line %d".formatted(field.key(), before.line()));
                }
            });
        });
    }

    Stream<ReadRoute> routes() {
        return Stream.concat(
                holding("route").map(ReadRoute::new),
                tree.items().filter(item -> item.field("from").isPresent()).map(ReadRoute::new));
    }

    /** What stands at the top under a key. */
    Stream<YamlPlace> holding(String kind) {
        return tree.items().flatMap(item -> item.field(kind).stream());
    }
}
