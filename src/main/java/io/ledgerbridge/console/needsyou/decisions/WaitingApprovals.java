package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    WaitingApprovals(Approvals approvals, OrderStates states) {
        this.approvals = approvals;
        this.states = states;
    }

    /**
     * The newest, and how many there are.
     *
     * @param store null for every store
     */
    public WaitingPage of(@Nullable String store) {
        return new WaitingPage(
                told(approvals.page(State.WAITING, store, 0, MOST)), approvals.count(State.WAITING, store));
    }

    /** That an order is worked again, alone or among others. */
    public List<WaitingApproval> replays(String store, long order) {
        return states.of(store, order).map(approvals::replays).map(this::told).orElse(List.of());
    }

    private List<WaitingApproval> told(List<Approval> some) {
        Map<OrderKey, String> currencies = currencies(some);
        return some.stream()
                .map(one -> new WaitingApproval(ApprovalView.of(one), amounts(one, currencies)))
                .toList();
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
