package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.books.audit.AuditLinks;
import org.jspecify.annotations.Nullable;

/**
 * One thing that isn't as the audit trail says, or that the audit trail doesn't say.
 *
 * @param store {@code *} of what is about all stores, as an anchor is
 * @param link the first that doesn't fit; null of what is about no link
 * @param says one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String store,
        long order,
        @Nullable Integer link,
        @Nullable String reference,
        @Nullable Long event,
        @Nullable Integer anchor,
        String says) {

    static Finding ofLink(String store, long order, int link, String says) {
        return new Finding(store, order, link, null, null, null, says);
    }

    static Finding ofJournal(String store, long order, String reference, String says) {
        return new Finding(store, order, null, reference, null, null, says);
    }

    static Finding ofEvent(String store, long order, long event, String says) {
        return new Finding(store, order, null, null, event, null, says);
    }

    static Finding ofDecision(String store, long order, String says) {
        return new Finding(store, order, null, null, null, null, says);
    }

    static Finding ofAnchor(int anchor, String says) {
        return new Finding(AuditLinks.EVERY_STORE, 0, null, null, null, anchor, says);
    }

    /** In words: where it is, and what it is. */
    public String words() {
        if (anchor != null) {
            return "anchor %d: %s".formatted(anchor, says);
        }
        String about = link != null ? ", link " + link : event != null ? ", event " + event : "";
        if (reference != null) {
            about = ", " + reference;
        }
        return "order %d of store %s%s: %s".formatted(order, store, about, says);
    }
}
