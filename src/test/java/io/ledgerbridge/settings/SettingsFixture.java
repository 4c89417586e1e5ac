package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.SystemEnvironmentPropertySourceEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Settings as several sources have them; by default the example in application.yaml, its comment signs taken away. */
public final class SettingsFixture {

    public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final ConfigurableEnvironment environment = new StandardEnvironment();

    private SettingsFixture() {
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
    }

    public static SettingsFixture example() {
        return exampleWithout();
    }

    /** Without the lines of these settings, so that their defaults hold. */
    public static SettingsFixture exampleWithout(String... names) {
        String text = exampleText()
                .lines()
                .filter(line ->
                        Arrays.stream(names).noneMatch(name -> line.strip().startsWith(name + ":")))
                .collect(Collectors.joining("\n"));
        return new SettingsFixture()
                .yaml(text)
                .set("ledger-bridge.stores.us.sage-x3.templates", "./routes/sage-x3")
                .set("LEDGER_BRIDGE_ENCRYPTION_KEY", KEY);
    }

    static SettingsFixture empty() {
        return new SettingsFixture().set("ledger-bridge.encryption-key", KEY);
    }

    private static String exampleText() {
        try {
            return Files.readAllLines(Path.of("application.yaml")).stream()
                    .map(line -> line.replaceFirst("^  # ", "  "))
                    .collect(Collectors.joining("\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Lays a YAML file over what is there. */
    SettingsFixture yaml(String text) {
        try {
            new YamlPropertySourceLoader()
                    .load("yaml " + text.hashCode(), named(text))
                    .forEach(environment.getPropertySources()::addFirst);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ByteArrayResource named(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "yaml";
            }
        };
    }

    /** Lays one property over what is there. */
    SettingsFixture set(String name, Object value) {
        return first(new MapPropertySource("set " + name, Map.of(name, value)));
    }

    /** Lays an environment variable over what is there. */
    SettingsFixture variable(String name, String value) {
        return variable(name + "-systemEnvironment", name, value);
    }

    /** Likewise, as Spring Boot itself takes them. */
    SettingsFixture environment(String name, String value) {
        variable(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, name, value);
        new SystemEnvironmentPropertySourceEnvironmentPostProcessor()
                .postProcessEnvironment(environment, new SpringApplication());
        return this;
    }

    private SettingsFixture variable(String source, String name, String value) {
        return first(new SystemEnvironmentPropertySource(source, new HashMap<>(Map.of(name, value))));
    }

    private SettingsFixture first(PropertySource<?> source) {
        environment.getPropertySources().addFirst(source);
        return this;
    }

    /** Every name of the example below {@code ledger-bridge}, with its value. */
    static Map<String, Object> exampleValues() {
        Map<String, Object> values = new TreeMap<>();
        new SettingsFixture()
                .yaml(exampleText())
                .environment
                .getPropertySources()
                .forEach(source -> Arrays.stream(((MapPropertySource) source).getPropertyNames())
                        .filter(name -> name.startsWith("ledger-bridge."))
                        .forEach(name -> values.put(name, Objects.requireNonNull(source.getProperty(name)))));
        return values;
    }

    public LedgerBridgeSettings read() {
        List<String> faults = new ArrayList<>();
        LedgerBridgeSettings settings = LedgerBridgeSettings.read(environment, faults, new ArrayList<>());
        assertThat(faults).isEmpty();
        return Objects.requireNonNull(settings);
    }

    /** The lines that stop the start; none where it isn't stopped. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        assertThat(LedgerBridgeSettings.read(environment, faults, new ArrayList<>()) == null)
                .isEqualTo(!faults.isEmpty());
        return faults;
    }

    /** The lines about what is allowed but unwise. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        LedgerBridgeSettings.read(environment, new ArrayList<>(), warnings);
        return warnings;
    }
}
