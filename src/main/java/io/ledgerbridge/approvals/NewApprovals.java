package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.books.stores.StoreTrail;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what one person asks for, and tells of it in the audit trail. */
@Component
class NewApprovals {

    /** So many may wait of a store. */
    static final int MOST_WAITING = 100;

    private final ApprovalRows rows;
    private final ApprovalTrail trail;

    NewApprovals(ApprovalRows rows, ApprovalTrail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /**
     * Asks to have parked orders worked again.
     *
     * @return the number of what is to be decided
     * @throws Refused where the same waits to be decided already
     */
    @Transactional
    public long askToReplay(String store, ReplayRequest asked, String by) {
        trail.lock(store, StoreTrail.NO_ORDER);
        rows.waiting(store, StoreTrail.NO_ORDER).stream()
                .filter(one -> one.request() instanceof ReplayRequest other && other.isLike(asked))
                .findFirst()
                .ifPresent(one -> {
                    throw new Refused(
                            Refused.Kind.CONFLICT,
                            "The same waits to be confirmed already, as approval %d".formatted(one.id()));
                });
        return ask(Kind.REPLAY, store, StoreTrail.NO_ORDER, asked, by);
    }

    /**
     * Asks, under the lock of the chain that will tell of it.
     *
     * @return the number of what is to be decided
     * @throws Refused where so many wait of the store that nobody decides them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long ask(Kind kind, String store, long order, Request request, String by) {
        if (rows.count(State.WAITING, store) >= MOST_WAITING) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "%d requests of store %s wait to be confirmed: decide some of them first"
                            .formatted(MOST_WAITING, store));
        }
        long id = rows.insert(kind, store, order, request, by);
        trail.append(store, order, kind.label() + "-asked", request, Map.of("approval", id, "by", by));
        return id;
    }
}
