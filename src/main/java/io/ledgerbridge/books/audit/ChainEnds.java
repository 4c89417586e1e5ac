package io.ledgerbridge.books.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds links to chains, each with its keyed hash, and moves the chain's head to it. */
public final class ChainEnds {

    private static final Logger LOG = LoggerFactory.getLogger(ChainEnds.class);

    private final AuditLinks links;
    private final ChainKeys keys;

    public ChainEnds(AuditLinks links, ChainKeys keys) {
        this.links = links;
        this.keys = keys;
    }

    /**
     * Adds a link to a chain that nobody else writes at the moment.
     *
     * @param at in microseconds
     */
    public AuditLink add(String store, long order, Instant at, String step, @Nullable String reference, String detail) {
        AuditEnd before = links.end(store, order);
        AuditLink plain = AuditChain.next(before.last(), store, order, at, step, reference, detail);
        AuditHead head = before.with(plain, keys);
        AuditLink link = plain.keyed(keys);
        links.insert(store, order, before, link, head);
        if (!before.isWhole()) {
            takeOver(store, order, before, head);
        }
        return link;
    }

    /** A chain of before there were heads gets its own; of any other nothing is made good. */
    private void takeOver(String store, long order, AuditEnd before, AuditHead head) {
        if (before.isOld()) {
            links.adopt(store, order, head);
        } else {
            LOG.warn(
                    "The audit trail of order {} of store {} doesn't end where it should: POST /api/audit/verify finds what is wrong",
                    order,
                    store);
        }
    }
}
