package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.api.ApprovalsApi;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.ShopSays;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one person asked for and nobody has decided yet, with its amounts. */
@Component
public class WaitingApprovals {

    private static final int MOST = 100;

    private final ApprovalsApi approvals;
    private final OrderStates states;

    WaitingApprovals(ApprovalsApi approvals, OrderStates states) {
        this.approvals = approvals;
        this.states = states;
    }

    /** The newest first. */
    public List<WaitingApproval> of(@Nullable String store) {
        return approvals.page("waiting", 0, MOST).items().stream()
                .filter(approval -> store == null || store.equals(approval.store()))
                .map(approval -> new WaitingApproval(approval, amounts(approval)))
                .toList();
    }

    private Map<String, BigDecimal> amounts(ApprovalView view) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        ReplayRequest replay = view.replay();
        RefundRequest refund = view.refund();
        if (replay != null) {
            replay.amounts().forEach((currency, amount) -> amounts.put(currency, new BigDecimal(amount)));
        }
        if (refund != null && view.order() != null) {
            amounts.put(currency(view.store(), view.order()), refund.amount());
        }
        return amounts;
    }

    /** Empty where it isn't known. */
    private String currency(String store, long order) {
        return states.shop(store, order).map(ShopSays::currency).orElse("");
    }
}
