package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        name(next, keys, keys.size());
    }

    /**
     * Has the next page show them, or the first of them.
     *
     * @param all how many they are, with those that have no key here
     */
    static void name(RedirectAttributes next, List<OrderKey> keys, long all) {
        if (!keys.isEmpty()) {
            next.addAttribute(
                    "worked", keys.stream().limit(MOST).map(OrderKey::text).collect(Collectors.joining(",")));
        }
        if (all > MOST) {
            next.addAttribute("workedOf", all);
        }
    }

    /** How they stand now. */
    public Worked of(WorkedNames names) {
        List<OrderKey> keys = OrderKey.all(names.named());
        return new Worked(
                OrderKey.byStore(keys).entrySet().stream()
                        .flatMap(store -> of(store.getKey(), store.getValue()))
                        .toList(),
                names.all());
    }

    private Stream<WorkedOrder> of(String store, List<Long> orders) {
        Map<Long, SetAsides.Decision> setAside = setAsides.decisions(store, orders);
        return states.of(store, orders).stream().map(status -> new WorkedOrder(status, setAside.get(status.order())));
    }
}
