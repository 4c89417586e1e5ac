package io.ledgerbridge.settings.binding;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The settings below one name in a source, each key of a map spelled as the first source has it that can. An environment
 * variable can say neither capitals nor dashes.
 *
 * @param spelled the start of each name that is written, as it is spelled
 */
record SpelledSource(
        IterableConfigurationPropertySource source,
        ConfigurationPropertyName root,
        Map<ConfigurationPropertyName, String> spelled)
        implements IterableConfigurationPropertySource {

    /** Whether it is the environment's variables. */
    boolean isOfVariables() {
        return getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    /** Notes how the names of this source are spelled. */
    void teach() {
        below().forEach(name -> {
            for (int end = root.getNumberOfElements() + 1; end <= name.getNumberOfElements(); end++) {
                ConfigurationPropertyName start = name.chop(end);
                spelled.computeIfAbsent(start, each -> spell(each.getParent()) + last(each));
            }
        });
    }

    @Override
    public Stream<ConfigurationPropertyName> stream() {
        return below().map(name -> ConfigurationPropertyName.adapt(spell(name), '.'));
    }

    private Stream<ConfigurationPropertyName> below() {
        return source.stream().filter(root::isAncestorOf);
    }

    private String spell(ConfigurationPropertyName name) {
        if (name.equals(root)) {
            return root.toString();
        }
        String known = spelled.get(name);
        return known == null ? spell(name.getParent()) + last(name) : known;
    }

    private static String last(ConfigurationPropertyName name) {
        String last = name.getLastElement(Form.ORIGINAL);
        return name.isLastElementIndexed() ? "[" + last + "]" : "." + last;
    }

    @Override
    public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
        return source.getConfigurationProperty(name);
    }

    @Override
    public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
        return source.containsDescendantOf(name);
    }

    @Override
    public @Nullable Object getUnderlyingSource() {
        return source.getUnderlyingSource();
    }
}
