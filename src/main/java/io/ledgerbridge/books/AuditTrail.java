package io.ledgerbridge.books;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditChain;
import io.ledgerbridge.books.audit.AuditDetail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditLinks;
import io.ledgerbridge.books.audit.AuditSaid;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.books.audit.ChainEnds;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.logging.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done about each order and why, as one chain an order: each link holds the hash of the one before, and a keyed
 * one, so that a changed, a missing or an added link shows; the chain's head shows where it ends.
 */
@Repository
public class AuditTrail {

    private static final int AT_ONCE = 1000;

    private final AuditLinks links;
    private final ChainEnds ends;
    private final AuditWordsRows words;
    private final AuditDetail detail;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, ChainKeys keys, Words words, ObjectMapper json, Clock clock) {
        this.links = new AuditLinks(jdbc);
        this.ends = new ChainEnds(links, keys);
        this.words = new AuditWordsRows(jdbc);
        this.detail = new AuditDetail(words, json);
        this.clock = clock;
    }

    /** Adds a link; the running transaction must hold the order's fence, so that a chain has one writer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Fence fence, String step, @Nullable String reference, Map<String, ?> detail) {
        append(fence.store(), fence.order(), step, reference, detail);
    }

    /** Adds a link; the running transaction must hold the row of the order, so that a chain has one writer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String store, long order, String step, @Nullable String reference, Map<String, ?> detail) {
        AuditSaid said = this.detail.write(detail);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditLink added = ends.add(store, order, at, step, reference, said.detail());
        if (said.words() != null) {
            words.insert(store, order, added.link(), said.words());
        }
    }

    /**
     * The next links of one order's chain.
     *
     * @param after the number of the last before them, 0 for the first
     * @param most how many at the most
     */
    @Transactional(readOnly = true)
    public List<AuditLink> of(String store, long order, int after, int most) {
        return links.of(store, order, after, most);
    }

    /** The newest links of one order's chain that are of a step, in their order. */
    @Transactional(readOnly = true)
    public List<AuditLink> newestOf(String store, long order, String step, int most) {
        return links.newest(store, order, step, most);
    }

    /** The newest link of one order's chain; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<AuditLink> newestOf(String store, long order) {
        return links.newest(store, order);
    }

    /** Whether any link of an order's chain is of this step. */
    @Transactional(readOnly = true)
    public boolean tells(String store, long order, String step) {
        return links.has(store, order, step);
    }

    /** The first link of an order's chain that doesn't fit, where one doesn't. */
    @Transactional(readOnly = true)
    public Optional<AuditLink> firstBroken(String store, long order) {
        AuditLink before = null;
        List<AuditLink> next = of(store, order, 0, AT_ONCE);
        while (!next.isEmpty()) {
            for (AuditLink link : next) {
                if (!AuditChain.follows(before, store, order, link)) {
                    return Optional.of(link);
                }
                before = link;
            }
            next = before == null ? List.of() : of(store, order, before.link(), AT_ONCE);
        }
        return Optional.empty();
    }
}
