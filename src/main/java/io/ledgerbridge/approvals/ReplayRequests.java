package io.ledgerbridge.approvals;

import io.ledgerbridge.parked.GroupReplays;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedGroups;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Many parked orders that a person wants to have worked again: at once, or, above the limits, once a second one confirms. */
@Service
public class ReplayRequests {

    private static final int MOST_NAMED = 10;

    private final ApprovalSettings limits;
    private final NewApprovals approvals;
    private final ParkedGroups groups;
    private final GroupReplays replays;

    ReplayRequests(ApprovalSettings limits, NewApprovals approvals, ParkedGroups groups, GroupReplays replays) {
        this.limits = limits;
        this.approvals = approvals;
        this.groups = groups;
        this.replays = replays;
    }

    /**
     * Asks for all that are parked.
     *
     * @param reason null for every reason
     * @throws Refused where the same waits for a second person already
     */
    public ReplayAsked ask(String store, @Nullable String reason, String by) {
        return ask(groups.all(store, reason), 0, false, by);
    }

    /**
     * Asks for those of some orders that are parked.
     *
     * @param selected at most {@value ParkedGroup#MOST_SELECTED}
     * @throws Refused where nothing is known of one of them, or the same waits for a second person already
     */
    public ReplayAsked ask(String store, List<Long> selected, String by) {
        return ask(store, selected, false, by);
    }

    /**
     * Asks for those of some orders that are parked.
     *
     * @param selected at most {@value ParkedGroup#MOST_SELECTED}
     * @param bySecond whether a second person is to confirm it, however little it is
     * @throws Refused where nothing is known of one of them, or the same waits for a second person already
     */
    public ReplayAsked ask(String store, List<Long> selected, boolean bySecond, String by) {
        List<Long> orders = selected.stream().distinct().toList();
        List<Long> unknown = groups.unknown(store, orders);
        if (!unknown.isEmpty()) {
            throw new Refused(
                    Refused.Kind.UNKNOWN,
                    "Nothing is known of %d of these orders of store %s, such as %s"
                            .formatted(
                                    unknown.size(),
                                    store,
                                    unknown.stream().limit(MOST_NAMED).toList()));
        }
        ParkedGroup parked = groups.parked(store, orders);
        return ask(parked, orders.size() - (long) parked.selectedOrders(), bySecond, by);
    }

    /** Whether those of some orders that are parked are more, over all stores together, than one person may ask for. */
    public boolean isSecondPersonNeeded(Map<String, List<Long>> selected) {
        long orders = 0;
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Map.Entry<String, List<Long>> store : selected.entrySet()) {
            ParkedGroup group = groups.parked(store.getKey(), store.getValue());
            orders += group.selectedOrders();
            groups.amounts(group).forEach((currency, amount) -> amounts.merge(currency, amount, BigDecimal::add));
        }
        return limits.isSecondPersonNeeded(orders, amounts.values());
    }

    /** Whether one order, which may be set aside, comes to more than one person may have worked again. */
    public boolean isSecondPersonNeeded(String store, long order) {
        return limits.isSecondPersonNeeded(
                1, groups.notInLedgerWithoutAside(store, order).stream().toList());
    }

    private ReplayAsked ask(ParkedGroup group, long skipped, boolean bySecond, String by) {
        ReplayRequest request = ReplayRequest.of(group, groups.count(group), groups.amounts(group));
        if (limits.isSecondPersonNeeded(request) || (bySecond && request.orders() > 0)) {
            long id = approvals.askToReplay(group.store(), request, by);
            return new ReplayAsked(id, request.orders(), skipped, request.amounts());
        }
        long orders = replays.replay(group, Map.of("by", by));
        return new ReplayAsked(null, orders, skipped + Math.max(0, request.orders() - orders), Map.of());
    }
}
