package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.faults.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How each store's webhooks stood at its last look, and which of them are troubles. */
final class HookStates {

    private final Map<String, HookState> states = new ConcurrentHashMap<>();
    private final ShopTroubles troubles;

    HookStates(ShopTroubles troubles) {
        this.troubles = troubles;
    }

    static String task(String scope) {
        return "webhook for " + scope;
    }

    Optional<HookState> of(String store) {
        return Optional.ofNullable(states.get(store));
    }

    /** A look has come to its end. */
    void note(HookCheck look, HookPlan plan, HookState state) {
        states.put(look.store(), state);
        state.active().forEach(scope -> troubles.passed(look.store(), task(scope)));
        plan.full(look.hooks())
                .forEach(scope -> troubles.failed(
                        look.store(),
                        task(scope),
                        Fault.passing("BigCommerce takes no more webhooks of this scope", null)));
    }

    void mended(String store, HookChange change) {
        troubles.passed(store, change.task());
        states.computeIfPresent(store, (key, state) -> state.with(change.scope()));
    }
}
