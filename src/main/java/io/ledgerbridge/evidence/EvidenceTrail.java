package io.ledgerbridge.evidence;

import io.ledgerbridge.books.stores.StoreTrail;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes in a store's own chain who takes evidence, and of what. */
@Component
public class EvidenceTrail {

    private final StoreTrail trail;

    EvidenceTrail(StoreTrail trail) {
        this.trail = trail;
    }

    @Transactional
    public void taken(EvidenceRequest request) {
        Map<String, Object> detail = new TreeMap<>(request.asked());
        detail.put("by", request.by());
        detail.put("orders", request.orders());
        trail.append(request.store(), "evidence-taken", detail);
    }
}
