package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.springframework.beans.factory.BeanFactory;

/** Whether Camel has the components that URIs begin with, and whether these know the options. */
final class RouteUris {

    private static final Set<String> URIS = Set.of("uri", "to", "toD", "wireTap", "deadLetterUri", "from");

    private final CamelComponents components;
    private final SetupFaults faults;

    /**
     * @param camel not started
     * @param beans of which one may be a component
     */
    RouteUris(CamelContext camel, BeanFactory beans, SetupFaults faults) {
        this.components = new CamelComponents(camel, beans);
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
        if (!isPlain(scheme) || components.has(scheme)) {
            return;
        }
        faults.fault(
                place,
                "there is no component '%s'%s".formatted(scheme, SpellingSuggestions.to(scheme, components.names())));
    }

    private void parameters(YamlPlace uri, Stream<YamlPlace> parameters) {
        String text = uri.text().orElse("");
        Optional.of(scheme(text))
                .filter(RouteUris::isPlain)
                .flatMap(components::options)
                .ifPresent(factory -> {
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

    private static String scheme(String uri) {
        return uri.replaceFirst("[:?].*", "");
    }

    /** No expression and no placeholder. */
    private static boolean isPlain(String word) {
        return word.matches("[A-Za-z][\\w.+-]*");
    }
}
