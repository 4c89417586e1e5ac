package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of orders about which something was decided: their numbers stand in the page's address, so that it stays. */
@Component
public class WorkedOrders {

    /** So many are named. */
    static final int MOST = 50;

    private final OrderStates states;
    private final SetAsides setAsides;

    WorkedOrders(OrderStates states, SetAsides setAsides) {
        this.states = states;
        this.setAsides = setAsides;
    }

    /** Has the next page show them. */
    static void name(RedirectAttributes next, List<OrderKey> keys) {
        if (!keys.isEmpty()) {
            next.addAttribute(
                    "worked", keys.stream().limit(MOST).map(OrderKey::text).collect(Collectors.joining(",")));
        }
    }

    /** How they stand now. */
    public List<WorkedOrder> of(List<String> named) {
        List<OrderKey> keys = OrderKey.all(named.stream().limit(MOST).toList());
        return OrderKey.byStore(keys).entrySet().stream()
                .flatMap(store -> states.of(store.getKey(), store.getValue()).stream())
                .map(this::worked)
                .toList();
    }

    private WorkedOrder worked(OrderStatus status) {
        return new WorkedOrder(
                status,
                setAsides.decisions(status.store(), status.order()).stream()
                        .filter(decision -> decision.refund() == SetAside.ORDER)
                        .findFirst()
                        .orElse(null));
    }
}
