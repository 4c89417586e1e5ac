package io.ledgerbridge.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.Delimiter;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** Every setting as its source has it, by Spring Boot's relaxed names, and what was found to be wrong. */
final class RawSettings {

    private final List<ConfigurationPropertySource> sources;
    private final PropertySourcesPlaceholdersResolver placeholders;
    private final Binder binder;
    private final SettingNames names = new SettingNames();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    RawSettings(ConfigurableEnvironment environment) {
        this.sources = StreamSupport.stream(
                        ConfigurationPropertySources.from(environment.getPropertySources())
                                .spliterator(),
                        false)
                .toList();
        this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
        this.binder = new Binder(sources, placeholders);
    }

    SettingNames names() {
        return names;
    }

    /** The value in the first source that has one, its placeholders filled in where they can be. */
    @Nullable
    Object find(ConfigurationPropertyName name) {
        ConfigurationProperty property = property(name);
        return property == null ? null : placeholders.resolvePlaceholders(property.getValue());
    }

    private @Nullable ConfigurationProperty property(ConfigurationPropertyName name) {
        return sources.stream()
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A list, from the first source that has one, as Spring Boot reads lists; one text alone is split. */
    List<String> list(ConfigurationPropertyName name, String delimiter, Consumer<String> fault) {
        Delimiter split = AnnotationUtils.synthesizeAnnotation(Map.of("value", delimiter), Delimiter.class, null);
        try {
            return binder.bind(name, Bindable.listOf(String.class).withAnnotations(split))
                    .orElse(List.of());
        } catch (BindException gap) {
            fault.accept("is not a list without gaps");
            return List.of();
        }
    }

    /**
     * The keys right below a name, as they are spelled. An environment variable can say neither capitals nor dashes:
     * a key that another source spells is spelled so.
     */
    Map<ConfigurationPropertyName, String> keys(ConfigurationPropertyName parent) {
        Map<ConfigurationPropertyName, String> keys = new LinkedHashMap<>();
        int depth = parent.getNumberOfElements();
        below(parent)
                .forEach(name -> keys.merge(
                        name.chop(depth + 1),
                        name.getElement(depth, Form.ORIGINAL),
                        (one, other) -> one.matches("[a-z0-9]*") ? other : one));
        return keys;
    }

    /** Every name below one, in every source that can list its names. */
    Stream<ConfigurationPropertyName> below(ConfigurationPropertyName parent) {
        return below(parent, sources.stream());
    }

    /** Likewise, in every source but the environment's variables. */
    Stream<ConfigurationPropertyName> outsideOfVariables(ConfigurationPropertyName parent) {
        return below(
                parent,
                sources.stream()
                        .filter(source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)));
    }

    private static Stream<ConfigurationPropertyName> below(
            ConfigurationPropertyName parent, Stream<ConfigurationPropertySource> sources) {
        return sources.flatMap(source -> source instanceof IterableConfigurationPropertySource iterable
                        ? iterable.stream()
                        : Stream.empty())
                .filter(parent::isAncestorOf);
    }

    /** Whether YAML has read a value as it is written: not {@code NO} as false, not {@code 0411000} as 135680. */
    boolean standsAsRead(ConfigurationPropertyName name) {
        ConfigurationProperty property = property(name);
        if (property != null && property.getValue() instanceof Number number) {
            return isWritten(number.toString(), property.getOrigin());
        }
        return property == null || !(property.getValue() instanceof Boolean);
    }

    private static boolean isWritten(String value, @Nullable Origin origin) {
        Origin place = origin instanceof PropertySourceOrigin source ? source.getOrigin() : origin;
        if (!(place instanceof TextResourceOrigin text) || text.getLocation() == null || text.getResource() == null) {
            return true;
        }
        return line(text.getResource(), text.getLocation().getLine())
                .substring(text.getLocation().getColumn())
                .startsWith(value);
    }

    private static String line(Resource file, int number) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().skip(number).findFirst().orElse("");
        } catch (IOException gone) {
            throw new IllegalStateException("can't read %s again".formatted(file), gone);
        }
    }

    /** Notes the first fault of a setting. */
    void fault(String name, String what) {
        faults.putIfAbsent(name, List.of(what));
    }

    /** Notes all that is wrong with what a setting names. */
    void faults(String name, Collection<String> whats) {
        if (!whats.isEmpty()) {
            faults.putIfAbsent(name, List.copyOf(whats));
        }
    }

    void warn(String name, String what) {
        warnings.add(name + ": " + what);
    }

    boolean isFaulty(String name) {
        return faults.containsKey(name);
    }

    boolean isAnyFaultyBelow(String name) {
        return faults.keySet().stream().anyMatch(fault -> fault.startsWith(name + "."));
    }

    /** One line a fault. */
    List<String> faults() {
        return faults.entrySet().stream()
                .flatMap(fault -> fault.getValue().stream().map(what -> fault.getKey() + ": " + what))
                .toList();
    }

    List<String> warnings() {
        return warnings;
    }
}
