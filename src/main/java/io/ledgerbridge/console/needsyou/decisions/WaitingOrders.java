package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.parked.ParkedFilter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which orders it is about what waits for a second person: the first of them, so that what comes of them can be shown. */
@Component
class WaitingOrders {

    private final WaitingApprovals approvals;
    private final Selected selected;

    WaitingOrders(WaitingApprovals approvals, Selected selected) {
        this.approvals = approvals;
        this.selected = selected;
    }

    /** None where nobody asked for it, or it is decided. */
    List<OrderKey> orders(long approval) {
        return approvals.of(null).stream()
                .map(WaitingApproval::view)
                .filter(view -> view.id() == approval)
                .flatMap(this::orders)
                .limit(WorkedOrders.MOST)
                .toList();
    }

    private Stream<OrderKey> orders(ApprovalView view) {
        ReplayRequest replay = view.replay();
        if (replay == null) {
            return Stream.ofNullable(view.order()).map(order -> new OrderKey(view.store(), order));
        }
        List<Long> some = replay.selected();
        return some == null
                ? selected.all(new ParkedFilter(view.store(), replay.reason(), null), WorkedOrders.MOST).stream()
                : some.stream().map(order -> new OrderKey(view.store(), order));
    }
}
