package io.ledgerbridge.start.routes;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Camel's components, as far as this program has them. */
final class CamelComponents {

    private static final String PLACE = "META-INF/services/org/apache/camel/component/";

    private final CamelContext camel;
    private final BeanFactory beans;
    private final Map<String, Optional<EndpointUriFactory>> factories = new HashMap<>();

    /**
     * @param camel not started
     * @param beans of which one may be a component
     */
    CamelComponents(CamelContext camel, BeanFactory beans) {
        this.camel = camel;
        this.beans = beans;
    }

    boolean has(String scheme) {
        return CamelComponents.class.getClassLoader().getResource(PLACE + scheme) != null
                || beans.containsBean(scheme)
                || beans.containsBean(scheme + "-component");
    }

    /** What knows a component's options; empty if there is no such component, or if it takes any others, too. */
    Optional<EndpointUriFactory> options(String scheme) {
        return factories.computeIfAbsent(scheme, name -> has(name) ? factory(name) : Optional.empty());
    }

    private Optional<EndpointUriFactory> factory(String scheme) {
        return Optional.ofNullable(camel.getCamelContextExtension().getEndpointUriFactory(scheme))
                .filter(factory -> !factory.isLenientProperties());
    }

    /** Their names. */
    Stream<String> names() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + PLACE + "*"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull);
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
