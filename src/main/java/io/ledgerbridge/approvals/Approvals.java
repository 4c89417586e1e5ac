package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.RefundRecords;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds that BigCommerce has no record of: one person asks to have one recorded, or removed again, and a second one
 * decides. Who did what stands in the order's audit trail, which is written under the lock of the order's row.
 */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final RefundRecords refunds;
    private final DueOrders orders;
    private final AuditTrail audit;

    Approvals(ApprovalRows rows, RefundRecords refunds, DueOrders orders, AuditTrail audit) {
        this.rows = rows;
        this.refunds = refunds;
        this.orders = orders;
        this.audit = audit;
    }

    /** Those of one state, the newest first. */
    @Transactional(readOnly = true)
    public List<Approval> page(State state, int page, int size) {
        return rows.page(state, page, size);
    }

    @Transactional(readOnly = true)
    public long count(State state) {
        return rows.count(state);
    }

    /**
     * Asks to have a refund recorded.
     *
     * @return the number of what is to be decided
     * @throws Refused where nothing is known of the order, or a refund with this document is there already
     */
    @Transactional
    public long askToRecord(String store, long order, RefundRequest refund, String by) {
        lock(store, order);
        boolean isRecorded = refunds.entered(store, order).stream()
                .anyMatch(one -> one.document().equalsIgnoreCase(refund.document()));
        boolean isAsked = rows.waiting(store, order).stream()
                .anyMatch(one -> one.kind() == Kind.RECORD_REFUND
                        && one.request().document().equalsIgnoreCase(refund.document()));
        if (isRecorded || isAsked) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "A refund with document %s is %s for order %d"
                            .formatted(refund.document(), isRecorded ? "recorded" : "waiting to be confirmed", order));
        }
        return ask(Kind.RECORD_REFUND, store, order, refund, by);
    }

    /**
     * Asks to have a recorded refund count no more.
     *
     * @param number 1 for M1
     * @return the number of what is to be decided
     * @throws Refused where there is none, or somebody asked already
     */
    @Transactional
    public long askToRemove(String store, long order, int number, String why, String by) {
        lock(store, order);
        RefundRecords.Entered there = refunds.entered(store, order).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNKNOWN, "Order %d has no recorded refund M%d".formatted(order, number)));
        boolean isAsked = rows.waiting(store, order).stream()
                .anyMatch(one -> Integer.valueOf(number).equals(one.request().number()));
        if (isAsked) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "That M%d of order %d be removed is waiting to be confirmed".formatted(number, order));
        }
        RefundRequest request = new RefundRequest(
                number, there.amount(), there.tax(), there.tender(), there.date(), there.document(), why);
        return ask(Kind.REMOVE_REFUND, store, order, request, by);
    }

    private long ask(Kind kind, String store, long order, RefundRequest request, String by) {
        long id = rows.insert(kind, store, order, request, by);
        append(store, order, kind.label() + "-asked", request, Map.of("approval", id, "by", by));
        return id;
    }

    /**
     * Does what was asked for; the order is worked again.
     *
     * @throws Refused where it is unknown, decided already, or asked for by the same person
     */
    @Transactional
    public void confirm(long id, String by) {
        Approval approval = decide(id, State.CONFIRMED, by, null);
        if (approval.kind() == Kind.RECORD_REFUND) {
            record(approval, by);
        } else {
            remove(approval);
        }
        orders.mark(approval.store(), approval.order());
        orders.forgive(approval.store(), approval.order());
    }

    /** @throws Refused where it is unknown, decided already, or asked for by the same person */
    @Transactional
    public void refuse(long id, String by, String why) {
        decide(id, State.REFUSED, by, why);
    }

    private Approval decide(long id, State state, String by, @Nullable String why) {
        Approval approval = rows.find(id)
                .orElseThrow(() -> new Refused(Refused.Kind.UNKNOWN, "Nobody asked for approval %d".formatted(id)));
        lock(approval.store(), approval.order());
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
        append(
                approval.store(),
                approval.order(),
                approval.kind().label() + "-" + state.label(),
                approval.request(),
                decision);
        return approval;
    }

    private void record(Approval approval, String by) {
        RefundRequest asked = approval.request();
        refunds.add(
                approval.store(),
                approval.order(),
                new RefundRecords.Entered(
                        0,
                        asked.amount(),
                        asked.tax(),
                        asked.tender(),
                        asked.date(),
                        asked.document(),
                        asked.why(),
                        approval.askedBy(),
                        by,
                        OffsetDateTime.MIN));
    }

    private void remove(Approval approval) {
        Integer number = approval.request().number();
        if (number == null || !refunds.remove(approval.store(), approval.order(), number)) {
            throw new Refused(Refused.Kind.CONFLICT, "The refund is removed already");
        }
    }

    private void lock(String store, long order) {
        if (!orders.lock(store, order)) {
            throw new Refused(Refused.Kind.UNKNOWN, "Nothing is known of order %d of store %s".formatted(order, store));
        }
    }

    private void append(String store, long order, String step, RefundRequest request, Map<String, Object> decision) {
        Map<String, Object> detail = new LinkedHashMap<>(decision);
        if (request.number() != null) {
            detail.put("refund", "M" + request.number());
        }
        detail.put("amount", request.amount().toPlainString());
        detail.put("tax", request.tax().toPlainString());
        detail.put("tender", request.tender());
        detail.put("date", request.date().toString());
        detail.put("document", request.document());
        detail.put("why", request.why());
        audit.append(store, order, step, null, detail);
    }
}
