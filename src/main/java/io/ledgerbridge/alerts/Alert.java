package io.ledgerbridge.alerts;

import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people are told.
 *
 * @param kind {@code anchor}, {@code audit-trail}, or that of a {@link Notice}
 * @param text a sentence or two; the mail's subject is the kind
 * @param detail as JSON shows it
 */
record Alert(String kind, Instant at, String text, Map<String, ?> detail) {

    static Alert of(Anchor anchor) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("number", anchor.number());
        detail.put("at", anchor.at().toString());
        detail.put("chains", anchor.chains());
        detail.put("links", anchor.links());
        detail.put("hash", anchor.hash());
        detail.put("keyId", anchor.keyed().keyId());
        detail.put("keyedHash", anchor.keyed().hash());
        return new Alert(
                "anchor",
                anchor.at(),
                "Anchor %d of the audit trail holds %d chains with %d links: %s %s %s. Keep it where nobody who can write to the database can change it."
                        .formatted(
                                anchor.number(),
                                anchor.chains(),
                                anchor.links(),
                                anchor.hash(),
                                anchor.keyed().keyId(),
                                anchor.keyed().hash()),
                detail);
    }

    static Alert of(Instant now, AnchorTrouble trouble) {
        return new Alert("audit-trail", now, trouble.says(), Map.of());
    }

    /** @param found how many things don't fit, of which this is the first */
    static Alert ofBroken(Instant now, long found, String first) {
        return new Alert(
                "audit-trail",
                now,
                "The audit trail isn't whole: %d things don't fit, the first of them: %s. GET /api/audit/verify names them."
                        .formatted(found, first),
                Map.of("found", found, "first", first));
    }
}
