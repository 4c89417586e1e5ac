package io.ledgerbridge.console.needsyou.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders something was decided about, as the page's address names them.
 *
 * @param worked the first of them; null where nothing was decided
 * @param workedOf how many they were; null where all are named
 */
public record WorkedNames(
        @Nullable List<String> worked, @Nullable Long workedOf) {

    public WorkedNames {
        worked = worked == null ? List.of() : worked;
    }

    long all() {
        return workedOf == null ? named().size() : Math.max(workedOf, named().size());
    }

    List<String> named() {
        return worked == null
                ? List.of()
                : worked.stream().limit(WorkedOrders.MOST).toList();
    }
}
