package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which orders it is about what waits for a second person: the first of them, so that what comes of them can be shown. */
@Component
public class WaitingOrders {

    private final Approvals approvals;
    private final Selected selected;

    WaitingOrders(Approvals approvals, Selected selected) {
        this.approvals = approvals;
        this.selected = selected;
    }

    /** The parked orders that it is asked to work again; empty where nobody asks for that, or it is decided. */
    public Optional<ParkedGroup> group(long approval) {
        return approvals
                .waiting(approval)
                .filter(asked -> asked.request() instanceof ReplayRequest)
                .map(asked -> ((ReplayRequest) asked.request()).group(asked.store()));
    }

    /** None where nobody asked for it, or it is decided. */
    List<OrderKey> orders(long approval) {
        return approvals.waiting(approval).stream()
                .flatMap(this::orders)
                .limit(WorkedOrders.MOST)
                .toList();
    }

    private Stream<OrderKey> orders(Approval asked) {
        if (!(asked.request() instanceof ReplayRequest replay)) {
            return Stream.of(new OrderKey(asked.store(), asked.order()));
        }
        List<Long> some = replay.selected();
        return some == null
                ? selected.all(new ParkedFilter(asked.store(), replay.reason(), null), WorkedOrders.MOST).stream()
                : some.stream().map(order -> new OrderKey(asked.store(), order));
    }
}
