package io.ledgerbridge.console.needsyou;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.books.audit.FoundStep;
import io.ledgerbridge.books.audit.StepQuery;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
            "replay-confirmed",
            "event-dismissed");

    private static final int MOST = 50;
    private static final Duration LATELY = Duration.ofDays(30);

    private static final Comparator<FoundStep> NEWEST_FIRST = Comparator.comparing(
                    (FoundStep step) -> step.link().at())
            .thenComparing(FoundStep::id)
            .reversed();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuditSteps steps;
    private final OrderStates states;
    private final Clock clock;

    SolvedLately(AuditSteps steps, OrderStates states, Clock clock) {
        this.steps = steps;
        this.states = states;
        this.clock = clock;
    }

    /** The newest first. */
    List<Solved> of(@Nullable String store) {
        Instant now = clock.instant();
        List<FoundStep> found = STEPS.stream()
                .flatMap(
                        step -> steps
                                .find(new StepQuery(step, store, null, now.minus(LATELY), now.plus(LATELY), null), MOST)
                                .stream())
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
        Map<OrderKey, String> standing = new HashMap<>();
        OrderKey.byStore(found.stream().map(SolvedLately::key).distinct().toList())
                .forEach((its, orders) ->
                        states.of(its, orders).forEach(status -> standing.put(key(status), status.state())));
        Map<Long, String> words = steps.words(found);
        return found.stream()
                .map(step -> new Solved(
                        step,
                        read(step.link().detail()),
                        read(words.getOrDefault(step.id(), "{}")),
                        standing.get(key(step))))
                .toList();
    }

    private static OrderKey key(FoundStep step) {
        return new OrderKey(step.store(), step.order());
    }

    private static OrderKey key(OrderStatus status) {
        return new OrderKey(status.store(), status.order());
    }

    /** Nothing where somebody has changed it into no JSON. */
    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException changed) {
            return MissingNode.getInstance();
        }
    }
}
