package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/** Whether a bean has the method that a route calls, with as many arguments. */
final class BeanCalls {

    private final KnownBeans beans;
    private final SetupFaults faults;

    BeanCalls(KnownBeans beans, SetupFaults faults) {
        this.beans = beans;
        this.faults = faults;
    }

    /** @param call such as {@code plan} or {@code plan(${body}, 2)} */
    void check(YamlPlace place, String bean, String call) {
        beans.check(place, bean, faults);
        Class<?> type = beans.type(bean);
        if (type != null) {
            check(place, bean, ClassUtils.getUserClass(type), call);
        }
    }

    private void check(YamlPlace place, String bean, Class<?> type, String call) {
        String name = call.replaceFirst("(?s)\\(.*", "");
        List<Integer> arities = methods(type)
                .filter(method -> method.getName().equals(name))
                .map(Method::getParameterCount)
                .distinct()
                .sorted()
                .toList();
        if (arities.isEmpty()) {
            faults.fault(
                    place,
                    "bean %s has no public method '%s'%s"
                            .formatted(
                                    bean,
                                    name,
                                    SpellingSuggestions.to(name, methods(type).map(Method::getName))));
        } else if (call.contains("(") && !arities.contains(arguments(call))) {
            faults.fault(
                    place,
                    "method %s of bean %s takes %s arguments, not %d"
                            .formatted(
                                    name,
                                    bean,
                                    arities.stream().map(String::valueOf).collect(Collectors.joining(" or ")),
                                    arguments(call)));
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** How many arguments a call has; commas within braces, parentheses and quotes part none. */
    static int arguments(String call) {
        int from = call.indexOf('(') + 1;
        int to = Math.max(from, call.lastIndexOf(')'));
        String list = call.substring(from, to);
        String plain = list.replaceAll("'[^']*'", "q");
        int depth = 0;
        int arguments = list.isBlank() ? 0 : 1;
        for (int at = 0; at < plain.length(); at++) {
            switch (plain.charAt(at)) {
                case '{', '(' -> depth++;
                case '}', ')' -> depth--;
                case ',' -> arguments += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return arguments;
    }
}
