package io.ledgerbridge.hooks;

/**
 * One call that mends one of a store's webhooks.
 *
 * @param method POST or PUT
 * @param body JSON; may hold the shared header's value
 */
public record HookChange(String scope, String method, String resource, String body) {

    /** What it is, for the log. */
    public String task() {
        return HookStates.task(scope);
    }

    /** Without its body. */
    @Override
    public String toString() {
        return "%s %s for %s".formatted(method, resource, scope);
    }
}
