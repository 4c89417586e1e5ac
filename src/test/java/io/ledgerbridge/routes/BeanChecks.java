package io.ledgerbridge.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** Whether the beans, methods and classes that routes name are in the program, found without starting it. */
final class BeanChecks {

    private static final Pattern PROPERTY = Pattern.compile("\\{\\{bean:([^.}]+)\\.([^}]+)}}");

    private final Map<String, Class<?>> beans;

    private BeanChecks(Map<String, Class<?>> beans) {
        this.beans = beans;
    }

    /** With every bean that the program's own classes declare. */
    static BeanChecks ofTheProgram() {
        Map<String, Class<?>> beans = new TreeMap<>();
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        SimpleBeanDefinitionRegistry none = new SimpleBeanDefinitionRegistry();
        for (var definition :
                new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("io.ledgerbridge")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            beans.put(names.generateBeanName(definition, none), type);
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Bean.class))
                    .forEach(method -> beans.put(name(method), method.getReturnType()));
        }
        return new BeanChecks(beans);
    }

    List<String> of(RouteFile file) {
        List<String> faults = new ArrayList<>();
        for (RouteFile.Place place : file.places()) {
            reference(place.value(), faults);
            if (place.value().isTextual()) {
                named(place.key(), place.value().asText(), faults);
            }
        }
        return faults.stream().map(fault -> file.name() + ": " + fault).toList();
    }

    private void reference(JsonNode step, List<String> faults) {
        if (step.path("ref").isTextual()) {
            String bean = step.path("ref").asText();
            if (step.has("method")) {
                method(bean, step.path("method").asText(), faults);
            } else {
                exists(bean, faults);
            }
        }
    }

    private void named(String key, String text, List<String> faults) {
        for (MatchResult property : PROPERTY.matcher(text).results().toList()) {
            method(property.group(1), property.group(2), faults);
        }
        switch (key) {
            case "idempotentRepository" -> exists(text, faults);
            case "exception", "exceptionType" -> classExists(text, faults);
            case "aggregationStrategy" -> strategy(text, faults);
            default -> {}
        }
    }

    private void strategy(String text, List<String> faults) {
        if (text.startsWith("#class:")) {
            classExists(text.substring("#class:".length()), faults);
        } else {
            exists(text.replaceFirst("^#(bean:)?", ""), faults);
        }
    }

    private void method(String bean, String call, List<String> faults) {
        String name = call.replaceFirst("\\(.*", "");
        int arguments =
                call.contains("(") ? arguments(call.substring(call.indexOf('(') + 1, call.lastIndexOf(')'))) : -1;
        Class<?> type = beans.get(bean);
        if (type == null) {
            exists(bean, faults);
        } else if (Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .noneMatch(method -> arguments < 0 || method.getParameterCount() == arguments)) {
            faults.add("bean %s has no public method %s".formatted(bean, call));
        }
    }

    private void exists(String bean, List<String> faults) {
        if (!beans.containsKey(bean)) {
            faults.add("there is no bean " + bean);
        }
    }

    private static void classExists(String name, List<String> faults) {
        if (!ClassUtils.isPresent(name, null)) {
            faults.add("there is no class " + name);
        }
    }

    /** How many arguments a list of expressions has; commas within braces and brackets part none. */
    private static int arguments(String list) {
        int depth = 0;
        int arguments = list.isBlank() ? 0 : 1;
        for (int at = 0; at < list.length(); at++) {
            switch (list.charAt(at)) {
                case '{', '(' -> depth++;
                case '}', ')' -> depth--;
                case ',' -> arguments += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return arguments;
    }

    private static String name(Method method) {
        String[] given = method.getAnnotation(Bean.class).value();
        return given.length == 0 ? method.getName() : given[0];
    }
}
