package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.RefundRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a second person decides, never who asked. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final RefundRecords refunds;
    private final DueOrders orders;
    private final ApprovalTrail trail;
    private final Words words;

    Approvals(ApprovalRows rows, RefundRecords refunds, DueOrders orders, ApprovalTrail trail, Words words) {
        this.rows = rows;
        this.refunds = refunds;
        this.orders = orders;
        this.trail = trail;
        this.words = words;
    }

    /** Those of one state, the newest first. */
    @Transactional(readOnly = true)
    public List<Approval> page(State state, int page, int size) {
        return rows.page(state, page, size);
    }

    /** How many there are of one state. */
    @Transactional(readOnly = true)
    public long count(State state) {
        return rows.count(state);
    }

    /**
     * Does what was asked for; the order is worked again.
     *
     * @throws Refused where it is unknown, decided already, or asked for by the same person
     */
    @Transactional
    public void confirm(long id, String by) {
        Approval approval = decide(id, State.CONFIRMED, by, null);
        RefundRequest asked = approval.request();
        if (approval.kind() == Kind.RECORD_REFUND) {
            refunds.add(approval.store(), approval.order(), asked.record(approval.askedBy(), by), asked.after());
        } else if (!refunds.remove(approval.store(), approval.order(), asked.removed())) {
            throw new Refused(Refused.Kind.CONFLICT, "The refund is removed already");
        }
        orders.mark(approval.store(), approval.order());
        orders.forgive(approval.store(), approval.order());
    }

    /**
     * Nothing comes of it.
     *
     * @throws Refused where it is unknown, decided already, or asked for by the same person
     */
    @Transactional
    public void refuse(long id, String by, String why) {
        decide(id, State.REFUSED, by, words.kept(why));
    }

    private Approval decide(long id, State state, String by, @Nullable String why) {
        Approval approval = rows.find(id)
                .orElseThrow(() -> new Refused(Refused.Kind.UNKNOWN, "Nobody asked for approval %d".formatted(id)));
        orders.lock(approval.store(), approval.order());
        if (approval.askedBy().equalsIgnoreCase(by)) {
            throw new Refused(
                    Refused.Kind.SAME_PERSON, "%s asked for it, so a second person has to decide".formatted(by));
        }
        if (!rows.decide(id, state, by, why)) {
            throw new Refused(Refused.Kind.CONFLICT, "Approval %d is decided already".formatted(id));
        }
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("approval", id);
        decision.put("askedBy", approval.askedBy());
        decision.put("by", by);
        if (why != null) {
            decision.put("refusedFor", why);
        }
        String step = approval.kind().label() + "-" + state.label();
        trail.append(approval.store(), approval.order(), step, approval.request(), decision);
        return approval;
    }
}
