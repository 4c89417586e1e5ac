package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.ParkedOrders;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one person asked for and nobody has decided yet, with its amounts. */
@Component
public class WaitingApprovals {

    /** So many are shown. */
    static final int MOST = 100;

    private final Approvals approvals;
    private final OrderStates states;
    private final ParkedOrders parked;

    WaitingApprovals(Approvals approvals, OrderStates states, ParkedOrders parked) {
        this.parked = parked;
        this.approvals = approvals;
        this.states = states;
    }

    /** The newest, and how many there are; of every store where it is null. */
    public WaitingPage of(@Nullable String store) {
        return new WaitingPage(
                told(approvals.page(Approval.State.WAITING, store, 0, MOST)),
                approvals.count(Approval.State.WAITING, store));
    }

    /** One of them; empty where nobody asked for it, or it is decided. */
    public Optional<WaitingApproval> one(long approval) {
        return approvals.waiting(approval).map(List::of).map(this::told).map(all -> all.get(0));
    }

    /** That an order is worked again, alone or among others. */
    public List<WaitingApproval> replays(String store, long order) {
        return states.of(store, order).map(approvals::replays).map(this::told).orElse(List.of());
    }

    private List<WaitingApproval> told(List<Approval> some) {
        Map<OrderKey, String> currencies = currencies(some);
        return some.stream()
                .map(one -> new WaitingApproval(ApprovalView.of(one), amounts(one, currencies), causes(one)))
                .toList();
    }

    private Map<String, Long> causes(Approval one) {
        Map<String, Long> causes = new LinkedHashMap<>();
        if (one.request() instanceof ReplayRequest replay) {
            parked.reasons(replay.group(one.store()))
                    .forEach((reason, orders) -> causes.merge(
                            ParkCode.ofLabel(reason).orElse(ParkCode.OTHER).label(), orders, Long::sum));
        }
        return causes;
    }

    private Map<OrderKey, String> currencies(List<Approval> some) {
        Map<OrderKey, String> currencies = new HashMap<>();
        OrderKey.byStore(some.stream()
                        .filter(one -> one.request() instanceof RefundRequest)
                        .map(WaitingApprovals::key)
                        .distinct()
                        .toList())
                .forEach((store, orders) -> states.currencies(store, orders)
                        .forEach((order, currency) -> currencies.put(new OrderKey(store, order), currency)));
        return currencies;
    }

    private static Map<String, BigDecimal> amounts(Approval one, Map<OrderKey, String> currencies) {
        if (one.request() instanceof RefundRequest refund) {
            // no currency where it isn't known
            return Map.of(currencies.getOrDefault(key(one), ""), refund.amount());
        }
        Map<String, BigDecimal> amounts = new TreeMap<>();
        ((ReplayRequest) one.request())
                .amounts()
                .forEach((currency, amount) -> amounts.put(currency, new BigDecimal(amount)));
        return amounts;
    }

    private static OrderKey key(Approval one) {
        return new OrderKey(one.store(), one.order());
    }
}
