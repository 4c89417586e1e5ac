package io.ledgerbridge.start.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Camel's own schema of routes in YAML. */
final class CamelSchema {

    private CamelSchema() {}

    /** Every name of a step or a field in it. */
    static Set<String> names() {
        try (InputStream schema = Objects.requireNonNull(
                CamelSchema.class.getClassLoader().getResourceAsStream("schema/camelYamlDsl.json"))) {
            Set<String> names = new TreeSet<>();
            for (JsonNode properties : new ObjectMapper().readTree(schema).findValues("properties")) {
                properties.fieldNames().forEachRemaining(names::add);
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
