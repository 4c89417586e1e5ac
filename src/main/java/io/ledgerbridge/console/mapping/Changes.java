package io.ledgerbridge.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.mappings.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two versions of a channel's mapping, setting by setting. */
final class Changes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Changes() {}

    static List<Change> between(Mapping before, Mapping after) {
        Map<String, String> old = settings(before);
        Map<String, String> now = settings(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                changes.add(new Change(name, old.get(name), now.get(name)));
            }
        }
        return changes;
    }

    private static Map<String, String> settings(Mapping mapping) {
        Map<String, String> all = new TreeMap<>();
        flatten("", JSON.valueToTree(mapping), all);
        return all;
    }

    /** A code stands by its account alone: beside it the details would say it again. */
    private static void flatten(String name, JsonNode node, Map<String, String> all) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), all));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int index = 0; index < node.size(); index++) {
                flatten("%s[%d]".formatted(name, index), node.path(index), all);
            }
        } else if (!node.isNull() && !node.isArray() && !name.matches("details\\.[a-z-]+\\.code")) {
            all.put(name, node.asText());
        }
    }
}
