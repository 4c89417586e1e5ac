package io.ledgerbridge.books.audit.anchors;

import io.ledgerbridge.books.audit.AuditLinks;
import io.ledgerbridge.books.audit.ChainEnds;
import io.ledgerbridge.books.audit.ChainKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the anchors: each holds where the chains end that have new links since the one before, some hundred chains in a
 * transaction, and is told of in a chain of the program's own. Whoever makes one is the only one.
 */
@Component
public class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    /** What the program's own chain tells of an anchor. */
    private static final String TOLD = "{\"hash\":\"%2$s\",\"number\":%1$d}";

    /** And of the person who has it begin anew. */
    private static final String ANEW = "{\"by\":\"%s\"}";

    private final AnchorRows rows;
    private final BeforeAnchors before;
    private final AnchorsAnew anew;
    private final OpenChains open;
    private final OldChains old;
    private final ChainKeys keys;
    private final AuditLinks links;
    private final ChainEnds ends;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Anchors(
            JdbcClient jdbc,
            JdbcTemplate batches,
            ChainKeys keys,
            AnchorsAnew anew,
            TransactionTemplate transactions,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.rows = new AnchorRows(jdbc);
        this.before = new BeforeAnchors(jdbc);
        this.anew = anew;
        this.open = new OpenChains(jdbc, batches);
        this.old = new OldChains(jdbc, keys);
        this.keys = keys;
        this.links = new AuditLinks(jdbc);
        this.ends = new ChainEnds(links, keys);
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The last that was made. */
    @Transactional(readOnly = true)
    public Optional<Anchor> newest() {
        return rows.newest();
    }

    /** One page, the newest first; the first page is 0. */
    @Transactional(readOnly = true)
    public List<Anchor> page(int page, int size) {
        return rows.page(page, size);
    }

    /** How many were made. */
    @Transactional(readOnly = true)
    public long count() {
        return rows.count();
    }

    /**
     * Makes the next anchor. One that was begun and not made is gone on with.
     *
     * @param step called after each transaction
     */
    public Anchor make(Runnable step) {
        int number = rows.next();
        if (!links.hasAnchors()) {
            begin(step);
        }
        OpenChains.Place place = OpenChains.Place.FIRST;
        while (place != null) {
            OpenChains.Place from = place;
            place = transactions.execute(
                    status -> rows.isNext(number) ? open.take(number, from).orElse(null) : null);
            step.run();
        }
        return transactions.execute(status -> seal(number));
    }

    /** The chains of before get their heads, unless they may be forged. */
    private void begin(Runnable step) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<String> doubt = before.doubt(now);
        Optional<String> by = anew.by(now);
        if (doubt.isPresent() && by.isEmpty()) {
            throw new AnchorsRefused(doubt.get());
        }
        old.giveHeads(transactions, step);
        if (doubt.isPresent()) {
            transactions.executeWithoutResult(status ->
                    ends.add(AuditLinks.EVERY_STORE, 0, now, "anchors-anew", null, ANEW.formatted(by.orElseThrow())));
        }
    }

    private Anchor seal(int number) {
        boolean isNext = rows.isNext(number);
        Optional<Anchor> before = rows.newest();
        if (!isNext) {
            LOG.warn("Another process has made anchor {} of the audit trail meanwhile", number);
            return before.orElseThrow();
        }
        AnchorDigest digest = new AnchorDigest();
        rows.each(number, digest::add);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Anchor anchor = Anchor.next(before.orElse(null), now, digest, open.totals(), keys);
        rows.insert(anchor);
        ends.add(AuditLinks.EVERY_STORE, 0, now, "anchored", null, TOLD.formatted(anchor.number(), anchor.hash()));
        LOG.info(
                "Anchor {} of the audit trail holds {} chains with {} links: {} {} {}",
                anchor.number(),
                anchor.chains(),
                anchor.links(),
                anchor.hash(),
                anchor.keyed().keyId(),
                anchor.keyed().hash());
        listeners.publishEvent(new AnchorMade(anchor));
        return anchor;
    }
}
