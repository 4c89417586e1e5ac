package io.ledgerbridge.console.needsyou;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a cause.
 *
 * @param next behind which place the others stand; null where there are none
 */
record LinePage(List<OrderLine> lines, @Nullable String next) {

    /** Who looks after which of them, a line each, as forms carry it: one field, since Tomcat takes a hundred. */
    String assigned() {
        return lines.stream()
                .filter(line -> line.number() != null)
                .map(line -> (line.key() + " "
                                + Optional.ofNullable(line.parked().order().assignedTo())
                                        .orElse(""))
                        .strip())
                .collect(Collectors.joining("\n"));
    }

    /**
     * So many of what was found, which is one more where there are others.
     *
     * @param place of the last that is shown
     */
    static <T> LinePage of(
            List<T> found, int size, Function<List<T>, List<OrderLine>> lines, Function<T, String> place) {
        boolean more = found.size() > size;
        List<T> shown = more ? found.subList(0, size) : found;
        return new LinePage(lines.apply(shown), more ? place.apply(shown.get(size - 1)) : null);
    }
}
