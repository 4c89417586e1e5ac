package io.ledgerbridge.mappings;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes in a store's own chain which versions of its mappings were recorded. */
@Component
class MappingTrail {

    static final String RECORDED = "mapping-recorded";

    /** The store's own chain in the audit trail, written under the lock of its login. */
    private static final long NO_ORDER = 0;

    private final TokenStates logins;
    private final AuditTrail audit;

    MappingTrail(TokenStates logins, AuditTrail audit) {
        this.logins = logins;
        this.audit = audit;
    }

    /**
     * Has the store's chain for this transaction alone. Where it tells of no version, it tells of those that are there: they
     * were recorded by the program of before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String store, List<MappingVersion> versions) {
        logins.lock(store);
        if (!versions.isEmpty() && !audit.tells(store, NO_ORDER, RECORDED)) {
            versions.forEach(version -> recorded(store, version));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(String store, MappingVersion version) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("channel", version.channel());
        detail.put("version", version.version());
        detail.put("since", version.since().toString());
        detail.put("sha256", version.sha256());
        detail.put("by", version.deployedBy() == null ? "" : version.deployedBy());
        audit.append(store, NO_ORDER, RECORDED, null, detail);
    }
}
