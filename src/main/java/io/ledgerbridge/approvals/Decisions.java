package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.logging.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a second person says of what one asked for: once, and never who asked. */
@Component
class Decisions {

    private final ApprovalRows rows;
    private final ApprovalTrail trail;
    private final ConfirmedRefunds refunds;
    private final Words words;

    Decisions(ApprovalRows rows, ApprovalTrail trail, ConfirmedRefunds refunds, Words words) {
        this.rows = rows;
        this.trail = trail;
        this.refunds = refunds;
        this.words = words;
    }

    /** Confirms; a refund is recorded or removed in the same transaction. */
    @Transactional
    public Approval confirm(long id, String by) {
        Approval approval = decide(id, State.CONFIRMED, by, null);
        if (approval.request() instanceof RefundRequest refund) {
            refunds.confirmed(approval, refund, by);
        }
        return approval;
    }

    @Transactional
    public void refuse(long id, String by, String why) {
        decide(id, State.REFUSED, by, words.kept(why));
    }

    private Approval decide(long id, State state, String by, @Nullable String why) {
        Approval approval = rows.find(id)
                .orElseThrow(() -> new Refused(Refused.Kind.UNKNOWN, "Nobody asked for approval %d".formatted(id)));
        trail.lock(approval.store(), approval.order());
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
