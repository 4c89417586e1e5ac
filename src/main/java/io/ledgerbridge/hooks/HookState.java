package io.ledgerbridge.hooks;

import java.time.Instant;
import java.util.List;

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
}
