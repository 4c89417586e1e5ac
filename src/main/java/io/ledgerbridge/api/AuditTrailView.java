package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ledgerbridge.books.audit.AuditLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order's audit trail, or a part of it, as answers show it.
 *
 * @param next if the trail is longer than one answer: what to ask for as {@code after}
 */
record AuditTrailView(
        String store,
        long order,
        List<Link> items,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer next) {

    /** @param most as many links as one answer has */
    static AuditTrailView of(String store, long order, List<AuditLink> links, int most) {
        return new AuditTrailView(
                store,
                order,
                links.stream().map(Link::of).toList(),
                links.size() < most ? null : links.get(most - 1).link());
    }

    /** One link. */
    record Link(
            int link,
            Instant at,
            String step,
            @Nullable String reference,
            @JsonRawValue String detail,
            String previousHash,
            String hash) {

        static Link of(AuditLink link) {
            return new Link(
                    link.link(),
                    link.at(),
                    link.step(),
                    link.reference(),
                    link.detail(),
                    link.previousHash(),
                    link.hash());
        }
    }
}
