package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor completes application.yaml by, which Spring Boot's annotation processor writes at the build. */
class MetadataTest {

    private static final String FILE = "/META-INF/spring-configuration-metadata.json";

    @Test
    void holdsEveryNameOfApplicationYaml() throws IOException {
        assertThat(metadata().keySet())
                .containsAll(SettingsFixture.exampleValues().keySet().stream()
                        .map(name -> name.replaceFirst("^(ledger-bridge[.](stores|users)).*", "$1")
                                .replaceFirst("\\[[0-9]+]$", ""))
                        .toList());
    }

    /** As application.yaml says of itself. Below stores and users it has examples. */
    @Test
    void hasTheDefaultsThatStandInApplicationYaml() throws IOException {
        Map<String, String> defaults = metadata();
        Map<String, String> written = new TreeMap<>();
        SettingsFixture.exampleValues()
                .forEach((name, value) -> written.put(name.replace("[0]", ""), value.toString()));

        defaults.values().removeIf(String::isEmpty);
        assertThat(written).containsAllEntriesOf(defaults);
    }

    /** The default of each name; empty if it has none. */
    private static Map<String, String> metadata() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        try (InputStream file = MetadataTest.class.getResourceAsStream(FILE)) {
            assertThat(file).as(FILE).isNotNull();
            for (JsonNode each : new ObjectMapper().readTree(file).path("properties")) {
                String name = each.path("name").asText();
                if (name.startsWith("ledger-bridge.")) {
                    defaults.put(name, each.path("defaultValue").asText());
                }
            }
        }
        return defaults;
    }
}
