package io.ledgerbridge.approvals;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.parked.GroupReplays;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has orders worked again that two people want worked again. They are marked in steps of their own, since they may be many:
 * where a process ends in the middle, the others stay parked, and the store's chain doesn't tell that it was done.
 */
@Component
class ConfirmedReplays {

    private final GroupReplays replays;
    private final StoreTrail trail;
    private final TransactionTemplate transactions;

    ConfirmedReplays(GroupReplays replays, StoreTrail trail, TransactionTemplate transactions) {
        this.replays = replays;
        this.trail = trail;
        this.transactions = transactions;
    }

    Replayed confirmed(Approval approval, ReplayRequest asked, String by) {
        Map<String, Object> who = Map.of("by", by, "askedBy", approval.askedBy(), "approval", approval.id());
        long orders = replays.replay(asked.group(approval.store()), who);
        Replayed replayed = new Replayed(orders, Math.max(0, asked.orders() - orders));
        transactions.executeWithoutResult(running -> trail.append(
                approval.store(),
                "replay-done",
                Map.of("approval", approval.id(), "orders", orders, "skipped", replayed.skipped())));
        return replayed;
    }
}
