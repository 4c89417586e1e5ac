package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.RefundRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records a refund that two people want recorded, or removes it, and has its order worked again. */
@Component
class ConfirmedRefunds {

    private final RefundRecords refunds;
    private final DueOrders orders;

    ConfirmedRefunds(RefundRecords refunds, DueOrders orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    /**
     * Has the refund recorded, or counted no more.
     *
     * @throws Refused where the refund is removed already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(Approval approval, RefundRequest asked, String by) {
        if (approval.kind() == Kind.RECORD_REFUND) {
            refunds.add(approval.store(), approval.order(), asked.record(approval.askedBy(), by), asked.after());
        } else if (!refunds.remove(approval.store(), approval.order(), asked.removed())) {
            throw new Refused(Refused.Kind.CONFLICT, "The refund is removed already");
        }
        orders.mark(approval.store(), approval.order());
        orders.forgive(approval.store(), approval.order());
    }
}
