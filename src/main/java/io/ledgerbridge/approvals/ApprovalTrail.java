package io.ledgerbridge.approvals;

import io.ledgerbridge.books.AuditTrail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was asked for and decided, in the audit trail of its order, whose row the caller has locked. */
@Component
class ApprovalTrail {

    private final AuditTrail audit;

    ApprovalTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void append(String store, long order, String step, RefundRequest request, Map<String, Object> decision) {
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
        detail.put("after", request.after());
        audit.append(store, order, step, null, detail);
    }
}
