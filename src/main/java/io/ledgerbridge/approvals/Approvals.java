package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.parked.OrderStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a second person decides, never who asked. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final Decisions decisions;
    private final ConfirmedReplays replays;

    Approvals(ApprovalRows rows, Decisions decisions, ConfirmedReplays replays) {
        this.rows = rows;
        this.decisions = decisions;
        this.replays = replays;
    }

    /**
     * Those of one state, the newest first.
     *
     * @param store null for every store
     */
    @Transactional(readOnly = true)
    public List<Approval> page(State state, @Nullable String store, int page, int size) {
        return rows.page(state, store, page, size);
    }

    /** One that waits for a second person; empty where there is none, or it is decided. */
    @Transactional(readOnly = true)
    public Optional<Approval> waiting(long id) {
        return rows.find(id).filter(approval -> approval.state() == State.WAITING);
    }

    /**
     * Sees that one is about an order, and not about many or about another.
     *
     * @throws Refused where nobody asked for it of this order
     */
    @Transactional(readOnly = true)
    public void checkIsAbout(String store, long order, long id) {
        boolean isIts = rows.find(id)
                .filter(approval -> approval.store().equals(store) && approval.order() == order)
                .isPresent();
        if (!isIts) {
            throw new Refused(
                    Refused.Kind.UNKNOWN,
                    "Nobody asked for approval %d about order %d of store %s".formatted(id, order, store));
        }
    }

    /** What waits for a second person of one order, the oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> waiting(String store, long order) {
        return rows.waiting(store, order);
    }

    /** The replays that wait for a second person and that an order as it stands is among, the oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> replays(OrderStatus order) {
        return rows.waiting(order.store(), StoreTrail.NO_ORDER).stream()
                .filter(approval -> approval.request() instanceof ReplayRequest asked && asked.isAbout(order))
                .toList();
    }

    /** How many there are of one state, of a store or of all. */
    @Transactional(readOnly = true)
    public long count(State state, @Nullable String store) {
        return rows.count(state, store);
    }

    /**
     * Does what was asked for: a refund's order, or each of the orders, is worked again.
     *
     * @return how many orders of a replay are; empty for a refund
     * @throws Refused where it is unknown, decided already, or asked for by the same person
     */
    public Optional<Replayed> confirm(long id, String by) {
        Approval approval = decisions.confirm(id, by);
        return approval.request() instanceof ReplayRequest asked
                ? Optional.of(replays.confirmed(approval, asked, by))
                : Optional.empty();
    }

    /**
     * Nothing comes of it.
     *
     * @throws Refused where it is unknown, decided already, or asked for by the same person
     */
    public void refuse(long id, String by, String why) {
        decisions.refuse(id, by, why);
    }
}
