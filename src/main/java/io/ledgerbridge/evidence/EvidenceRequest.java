package io.ledgerbridge.evidence;

import java.util.List;
import java.util.Map;

/**
 * Of which orders evidence is taken.
 *
 * @param orders by number
 * @param asked what was asked for, as the manifest and the audit trail tell it
 * @param by who asked
 */
public record EvidenceRequest(String store, List<Long> orders, Map<String, Object> asked, String by) {

    public EvidenceRequest {
        orders = orders.stream().distinct().sorted().toList();
        asked = Map.copyOf(asked);
    }
}
