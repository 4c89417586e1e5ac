package io.ledgerbridge.start;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whether Camel has the components that URIs begin with, and whether these know the options. */
final class RouteUris {

    private static final String COMPONENTS = "META-INF/services/org/apache/camel/component/";
    private static final Set<String> URIS = Set.of("uri", "to", "toD", "wireTap", "deadLetterUri", "from");

    private final CamelContext camel;
    private final BeanFactory beans;
    private final SetupFaults faults;
    private final Map<String, Optional<EndpointUriFactory>> factories = new HashMap<>();

    /**
     * @param camel not started
     * @param beans of which one may be a component
     */
    RouteUris(CamelContext camel, BeanFactory beans, SetupFaults faults) {
        this.camel = camel;
        this.beans = beans;
        this.faults = faults;
    }

    void check(RouteFiles files) {
        files.places().forEach(place -> {
            place.field("uri").ifPresent(uri -> parameters(uri, place.field("parameters").stream()));
            place.text().filter(text -> URIS.contains(place.key())).ifPresent(text -> component(place, text));
        });
    }

    private void component(YamlPlace place, String uri) {
        String scheme = scheme(uri);
        if (!isPlain(scheme) || isComponent(scheme)) {
            return;
        }
        faults.fault(
                place, "there is no component '%s'%s".formatted(scheme, SpellingSuggestions.to(scheme, components())));
    }

    private boolean isComponent(String scheme) {
        return RouteUris.class.getClassLoader().getResource(COMPONENTS + scheme) != null
                || beans.containsBean(scheme)
                || beans.containsBean(scheme + "-component");
    }

    private void parameters(YamlPlace uri, Stream<YamlPlace> parameters) {
        String text = uri.text().orElse("");
        factory(scheme(text)).ifPresent(factory -> {
            parameters.flatMap(YamlPlace::fields).forEach(field -> option(field, field.key(), factory, text));
            int query = text.indexOf('?');
            if (query >= 0) {
                Arrays.stream(text.substring(query + 1).split("&"))
                        .map(option -> option.replaceFirst("=.*", ""))
                        .forEach(option -> option(uri, option, factory, text));
            }
        });
    }

    private void option(YamlPlace place, String option, EndpointUriFactory factory, String uri) {
        if (isPlain(option)
                && !factory.propertyNames().contains(option)
                && factory.multiValuePrefixes().values().stream().noneMatch(option::startsWith)) {
            faults.fault(
                    place,
                    "component %s has no option '%s'%s"
                            .formatted(
                                    scheme(uri),
                                    option,
                                    SpellingSuggestions.to(option, factory.propertyNames().stream())));
        }
    }

    /** What knows the options; empty where a component takes any others, too. */
    private Optional<EndpointUriFactory> factory(String scheme) {
        return factories.computeIfAbsent(
                scheme,
                name -> isPlain(name) && isComponent(name)
                        ? Optional.ofNullable(camel.getCamelContextExtension().getEndpointUriFactory(name))
                                .filter(factory -> !factory.isLenientProperties())
                        : Optional.empty());
    }

    private static String scheme(String uri) {
        return uri.replaceFirst("[:?].*", "");
    }

    /** No expression and no placeholder. */
    private static boolean isPlain(String word) {
        return word.matches("[A-Za-z][\\w.+-]*");
    }

    private static Stream<String> components() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:" + COMPONENTS + "*"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull);
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
