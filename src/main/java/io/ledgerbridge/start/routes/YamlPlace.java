package io.ledgerbridge.start.routes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a route file, and where it stands.
 *
 * @param file as it is shown
 * @param key of the field that holds it, or of the list that does
 * @param line from 1: that of the key where there is one
 */
record YamlPlace(String file, String key, Node node, int line) {

    static YamlPlace top(String file, Node node) {
        return new YamlPlace(file, "", node, line(node));
    }

    /** Where it stands, as compilers say it. */
    String at() {
        return file + ":" + line;
    }

    /** The value, if it is a text (or a number, or the like). */
    Optional<String> text() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    Optional<YamlPlace> field(String name) {
        return fields().filter(field -> field.key.equals(name)).findFirst();
    }

    /** The text of a field; empty where there is none. */
    String textOf(String name) {
        return field(name).flatMap(YamlPlace::text).orElse("");
    }

    /** The fields of a mapping; of anything else there are none. */
    Stream<YamlPlace> fields() {
        List<NodeTuple> fields = node instanceof MappingNode mapping ? mapping.getValue() : List.of();
        return fields.stream()
                .map(field -> new YamlPlace(
                        file,
                        field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "",
                        field.getValueNode(),
                        line(field.getKeyNode())));
    }

    /** The items of a list; of anything else there are none. */
    Stream<YamlPlace> items() {
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
        return items.stream().map(item -> new YamlPlace(file, key, item, line(item)));
    }

    /** This and every place below it, from the top. */
    Stream<YamlPlace> all() {
        return Stream.concat(Stream.of(this), Stream.concat(fields(), items()).flatMap(YamlPlace::all));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
