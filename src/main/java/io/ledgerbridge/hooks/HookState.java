package io.ledgerbridge.hooks;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a store's webhooks stood when this process last looked.
 *
 * @param active the scopes whose events reach us
 * @param lacking those that the program needs and whose webhook is missing, switched off or wrong
 */
public record HookState(Instant checkedAt, List<String> active, List<String> lacking) {

    public HookState {
        active = List.copyOf(active);
        lacking = List.copyOf(lacking);
    }

    /** With one more scope whose events reach us. */
    HookState with(String scope) {
        return new HookState(
                checkedAt,
                Stream.concat(active.stream(), Stream.of(scope)).toList(),
                lacking.stream().filter(other -> !other.equals(scope)).toList());
    }
}
