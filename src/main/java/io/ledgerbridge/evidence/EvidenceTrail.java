package io.ledgerbridge.evidence;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes in a store's own chain who takes evidence, and of what. */
@Component
public class EvidenceTrail {

    /** The store's own chain in the audit trail, written under the lock of its login. */
    private static final long NO_ORDER = 0;

    private final TokenStates logins;
    private final AuditTrail audit;

    EvidenceTrail(TokenStates logins, AuditTrail audit) {
        this.logins = logins;
        this.audit = audit;
    }

    @Transactional
    public void taken(EvidenceRequest request) {
        logins.lock(request.store());
        Map<String, Object> detail = new TreeMap<>(request.asked());
        detail.put("by", request.by());
        detail.put("orders", request.orders());
        audit.append(request.store(), NO_ORDER, "evidence-taken", null, detail);
    }
}
