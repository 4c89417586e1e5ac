package io.ledgerbridge.console.needsyou;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a cause.
 *
 * @param next behind which place the others stand; null where there are none
 */
record LinePage(List<OrderLine> lines, @Nullable String next) {

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
