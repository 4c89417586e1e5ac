package io.ledgerbridge.hooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.bigcommerce.Hook;
import io.ledgerbridge.bigcommerce.WebhookEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a store's webhooks what the program needs. Those that go elsewhere are never touched, and none is deleted.
 *
 * @param headers what BigCommerce is to send along with each delivery
 */
record HookPlan(HookDestination destination, Map<String, String> headers) {

    /** Each scope the program needs (webhook events page). */
    static final List<String> SCOPES = List.of(
            "store/order/created",
            "store/order/updated",
            "store/order/statusUpdated",
            "store/order/archived",
            "store/order/refund/created",
            "store/order/transaction/created",
            "store/order/transaction/updated",
            WebhookEvents.DELIVERY_EXCEPTION);

    /** For one store, client and scope (webhooks overview page). */
    private static final int MOST = 10;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Whether a scope's events reach us by these webhooks. */
    boolean isActive(String scope, List<Hook> hooks) {
        return hooks.stream().anyMatch(hook -> hook.scope().equals(scope) && isRight(hook));
    }

    /** Whether a scope has no room for one more webhook, while none of them can be mended. */
    boolean isFull(String scope, List<Hook> hooks) {
        return !isActive(scope, hooks)
                && mendable(scope, hooks).isEmpty()
                && hooks.stream().filter(hook -> hook.scope().equals(scope)).count() >= MOST;
    }

    /** The scopes that have no room for one more webhook. */
    List<String> full(List<Hook> hooks) {
        return SCOPES.stream().filter(scope -> isFull(scope, hooks)).toList();
    }

    /** What is to be done. */
    List<HookChange> changes(List<Hook> hooks) {
        return SCOPES.stream().flatMap(scope -> change(scope, hooks).stream()).toList();
    }

    /** What is to be done about a scope; nothing where it is well, or full. */
    Optional<HookChange> change(String scope, List<Hook> hooks) {
        if (isActive(scope, hooks) || isFull(scope, hooks)) {
            return Optional.empty();
        }
        return Optional.of(mendable(scope, hooks)
                .map(hook -> new HookChange(scope, "PUT", "v3/hooks/" + hook.id(), body().toString()))
                .orElseGet(() -> new HookChange(
                        scope, "POST", "v3/hooks", body().put("scope", scope).toString())));
    }

    private boolean isRight(Hook hook) {
        return hook.active()
                && destination.takes(hook)
                && hook.headers().entrySet().containsAll(headers.entrySet());
    }

    /** The one that goes to the right place, else one that goes to a place of ours where nobody takes it. */
    private Optional<Hook> mendable(String scope, List<Hook> hooks) {
        List<Hook> its =
                hooks.stream().filter(hook -> hook.scope().equals(scope)).toList();
        return its.stream()
                .filter(destination::takes)
                .findFirst()
                .or(() -> its.stream().filter(destination::isMissedBy).findFirst());
    }

    private ObjectNode body() {
        ObjectNode body = JSON.createObjectNode()
                .put("destination", destination.address())
                .put("is_active", true);
        if (!headers.isEmpty()) {
            body.set("headers", JSON.valueToTree(headers));
        }
        return body;
    }
}
