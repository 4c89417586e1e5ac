package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.AuditTrailView;
import java.util.Map;

/**
 * A link of a chain.
 *
 * @param fits whether its hash is that of what it says and of the link before
 */
record LinkRow(AuditTrailView.Link link, boolean fits) {

    /** What it says, by name. */
    public Map<String, String> says() {
        return Detail.of(link.detail());
    }

    /** What it says beside who did it, but for hashes. */
    public Map<String, String> rest() {
        return Detail.rest(says());
    }
}
