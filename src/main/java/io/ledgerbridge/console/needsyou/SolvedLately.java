package io.ledgerbridge.console.needsyou;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.lists.NewestSteps;
import io.ledgerbridge.books.lists.NewestSteps.Step;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people did lately about orders that needed them, as the audit trail tells it. */
@Component
class SolvedLately {

    /** As the messages have them. */
    static final List<String> STEPS = List.of(
            "order-replayed",
            "set-aside",
            "set-aside-undone",
            "record-refund-confirmed",
            "remove-refund-confirmed",
            "replay-confirmed");

    private static final int MOST = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NewestSteps steps;
    private final OrderStates states;

    SolvedLately(NewestSteps steps, OrderStates states) {
        this.steps = steps;
        this.states = states;
    }

    /** The newest first. */
    List<Solved> of(@Nullable String store) {
        List<Step> found = steps.of(store, STEPS, MOST);
        Map<OrderKey, String> now = new HashMap<>();
        OrderKey.byStore(found.stream().map(SolvedLately::key).distinct().toList())
                .forEach((its, orders) ->
                        states.of(its, orders).forEach(status -> now.put(key(status), status.state())));
        return found.stream()
                .map(step -> new Solved(
                        step.link().at(),
                        step.store(),
                        step.order(),
                        step.link().step(),
                        by(step.link().detail()),
                        now.get(key(step))))
                .toList();
    }

    private static OrderKey key(Step step) {
        return new OrderKey(step.store(), step.order());
    }

    private static OrderKey key(OrderStatus status) {
        return new OrderKey(status.store(), status.order());
    }

    private static String by(String detail) {
        try {
            return JSON.readTree(detail).path("by").asText();
        } catch (JsonProcessingException changed) {
            return "";
        }
    }
}
