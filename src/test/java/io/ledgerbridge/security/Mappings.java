package io.ledgerbridge.security;

import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every URL that the running program answers, as {@code POST /api/parked/replay}; a star stands for any method. */
final class Mappings {

    private Mappings() {}

    static Set<String> of(ConfigurableApplicationContext program) {
        Set<String> mappings = new TreeSet<>();
        program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Mappings::each)
                .forEach(mappings::add);
        program.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> "* " + pattern)
                .forEach(mappings::add);
        program.getBean(ServletContext.class).getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .map(pattern -> "* " + pattern)
                .forEach(mappings::add);
        return mappings;
    }

    private static Stream<String> each(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("*")
                : new TreeSet<>(mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList());
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }
}
