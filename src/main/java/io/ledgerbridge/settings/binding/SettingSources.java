package io.ledgerbridge.settings.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings below one name as their sources have them. */
final class SettingSources {

    private final List<ConfigurationPropertySource> sources = new ArrayList<>();
    private final PropertySourcesPlaceholdersResolver placeholders;
    private final ConfigurationPropertyName root;

    SettingSources(ConfigurationPropertyName root, ConfigurableEnvironment environment) {
        this.root = root;
        this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
        Map<ConfigurationPropertyName, String> spelled = new HashMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
            sources.add(
                    source instanceof IterableConfigurationPropertySource iterable
                            ? new SpelledSource(iterable, root, spelled)
                            : source);
        }
        iterable().filter(source -> !source.isOfVariables()).forEach(SpelledSource::teach);
    }

    List<ConfigurationPropertySource> all() {
        return List.copyOf(sources);
    }

    /** The value in the first source that has one. */
    Optional<WrittenValue> find(ConfigurationPropertyName name) {
        return sources.stream()
                .filter(source -> root.isAncestorOf(name))
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::written);
    }

    private WrittenValue written(ConfigurationProperty property) {
        Object value = Objects.requireNonNullElse(placeholders.resolvePlaceholders(property.getValue()), "");
        return new WrittenValue(property.getValue(), value.toString().strip(), property.getOrigin());
    }

    /** A text without blanks around it; null where it counts as missing. */
    @Nullable
    Object filledIn(@Nullable Object value) {
        Object filled = placeholders.resolvePlaceholders(value);
        if (!(filled instanceof CharSequence || filled instanceof Number || filled instanceof Boolean)) {
            return filled;
        }
        String text = filled.toString().strip();
        return text.isEmpty() || text.contains("${") ? null : text;
    }

    /** Whether the first source that has a name at all has it as a group, and not as one value. */
    boolean isGroupFirst(ConfigurationPropertyName name) {
        return sources.stream()
                .filter(source -> hasBelow(source, name) || source.getConfigurationProperty(name) != null)
                .findFirst()
                .filter(source -> hasBelow(source, name))
                .isPresent();
    }

    boolean hasAnyBelow(ConfigurationPropertyName name) {
        return sources.stream().anyMatch(source -> hasBelow(source, name));
    }

    private static boolean hasBelow(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
    }

    /** Every name below one, in every source that can list its names. */
    Stream<ConfigurationPropertyName> below(ConfigurationPropertyName parent) {
        return below(parent, source -> true);
    }

    /** Likewise, in every source but the environment's variables. */
    Stream<ConfigurationPropertyName> outsideOfVariables(ConfigurationPropertyName parent) {
        return below(parent, source -> !source.isOfVariables());
    }

    private Stream<ConfigurationPropertyName> below(ConfigurationPropertyName parent, Predicate<SpelledSource> which) {
        return iterable().filter(which).flatMap(SpelledSource::stream).filter(parent::isAncestorOf);
    }

    private Stream<SpelledSource> iterable() {
        return sources.stream().filter(SpelledSource.class::isInstance).map(SpelledSource.class::cast);
    }
}
