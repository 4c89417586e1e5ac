package io.ledgerbridge.start.routes;

import io.ledgerbridge.operations.HttpClients;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.ClassUtils;

/** Whether the beans, methods, classes and properties that routes name are in the program, before any bean is made. */
final class RouteBeans {

    private static final Pattern PROPERTY = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:^|(?<=[?&]\\w{1,40}=))#(bean:|class:)?([A-Za-z](?:[\\w.-]|\\$(?!\\{))*)(\\$\\{)?");
    private static final Set<String> CLASSES = Set.of("exception", "exceptionType", "beanType");

    private final KnownBeans beans;
    private final PropertyResolver properties;
    private final BeanCalls calls;
    private final SetupFaults faults;

    private RouteBeans(KnownBeans beans, PropertyResolver properties, SetupFaults faults) {
        this.beans = beans;
        this.properties = properties;
        this.calls = new BeanCalls(beans, faults);
        this.faults = faults;
    }

    /** @param beans which may not have been made yet */
    static void check(RouteFiles files, ListableBeanFactory beans, PropertyResolver properties, SetupFaults faults) {
        Set<String> inFiles = files.holding("beans")
                .flatMap(YamlPlace::items)
                .map(bean -> bean.textOf("name"))
                .collect(Collectors.toSet());
        RouteBeans check = new RouteBeans(new KnownBeans(beans, inFiles), properties, faults);
        files.places().forEach(check::check);
    }

    private void check(YamlPlace place) {
        place.field("ref").flatMap(YamlPlace::text).ifPresent(bean -> step(place, bean));
        place.text().ifPresent(text -> named(place, text));
    }

    private void step(YamlPlace step, String bean) {
        if (bean.contains("{")) {
            return;
        }
        beans.check(step.field("ref").orElse(step), bean, faults);
        step.field("method")
                .filter(method -> beans.has(bean))
                .ifPresent(method -> calls.check(method, bean, step.textOf("method")));
    }

    private void named(YamlPlace place, String text) {
        PROPERTY.matcher(text).results().forEach(property -> property(place, property.group(1)));
        REFERENCE.matcher(text).results().forEach(reference -> reference(place, reference));
        if (CLASSES.contains(place.key())) {
            classExists(place, text);
        } else if (place.key().equals("idempotentRepository") && !text.startsWith("#")) {
            beans.check(place, text, faults);
        }
    }

    private void property(YamlPlace place, String name) {
        String[] function = name.split(":", 2);
        if (function[0].equals("bean") && function.length == 2) {
            String[] call = function[1].split("[.?]", 2);
            calls.check(place, call[0], call.length == 2 ? call[1] : "");
        } else if (function.length == 1
                && !name.startsWith("?")
                && !properties.containsProperty(name.replaceFirst("^!", ""))) {
            faults.fault(place, "there is no property '%s' for {{%s}}".formatted(name, name));
        }
    }

    private void reference(YamlPlace place, MatchResult reference) {
        String name = reference.group(2);
        if ("class:".equals(reference.group(1))) {
            classExists(place, name);
        } else if (!HttpClients.mayBind(name, reference.group(3) != null)) {
            beans.check(place, name, faults);
        }
    }

    private void classExists(YamlPlace place, String name) {
        if (!name.contains("{") && !ClassUtils.isPresent(name, null)) {
            faults.fault(place, "there is no class " + name);
        }
    }
}
