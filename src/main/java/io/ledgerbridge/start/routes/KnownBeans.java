package io.ledgerbridge.start.routes;

import io.ledgerbridge.operations.HttpClients;
import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that routes may name.
 *
 * @param program the program's, which may not have been made yet
 * @param inFiles those that the files themselves define
 */
record KnownBeans(ListableBeanFactory program, Set<String> inFiles) {

    boolean has(String bean) {
        return inFiles.contains(bean) || program.containsBean(bean);
    }

    /** The type of one of the program's; null if Camel knows alone what it is. */
    @Nullable
    Class<?> type(String bean) {
        return program.containsBean(bean) ? program.getType(bean, false) : null;
    }

    /** Notes a fault if there is no such bean. */
    void check(YamlPlace place, String bean, SetupFaults faults) {
        if (!has(bean)) {
            faults.fault(place, "there is no bean '%s'%s".formatted(bean, SpellingSuggestions.to(bean, ours())));
        }
    }

    /** The names of the program's own beans, and not of Spring's. */
    private Stream<String> ours() {
        return Stream.of(
                        inFiles.stream(),
                        HttpClients.PREFIXES.stream(),
                        Arrays.stream(program.getBeanDefinitionNames()))
                .flatMap(names -> names)
                .filter(name -> !name.contains("."));
    }
}
