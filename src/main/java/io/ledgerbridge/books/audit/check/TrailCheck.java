package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.AuditLinks;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.anchors.AnchorRows;
import io.ledgerbridge.books.audit.anchors.BeforeAnchors;
import io.ledgerbridge.books.audit.covered.OrderRange;
import io.ledgerbridge.faults.DatabaseFailure;
import io.ledgerbridge.logging.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the whole audit trail and at what it speaks of, in steps: each sees every table as of one moment, so that what is
 * written meanwhile is there with all that belongs to it, or not at all. A step's rows are in memory, and no more.
 */
@Component
public class TrailCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TrailCheck.class);

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final ChainKeys keys;
    private final Words words;
    private final KeptFor kept;
    private final Clock clock;
    private final AnchorRows anchors;
    private final OrderRanges ranges;
    private final TransactionTemplate moment;

    TrailCheck(
            DataSource database,
            ChainKeys keys,
            Words words,
            KeptFor kept,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = JdbcClient.create(some(database));
        this.keys = keys;
        this.words = words;
        this.kept = kept;
        this.clock = clock;
        this.anchors = new AnchorRows(jdbc);
        this.ranges = new OrderRanges(jdbc);
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    /** PostgreSQL's driver takes all rows into memory unless it is told how many. */
    private static JdbcTemplate some(DataSource database) {
        JdbcTemplate some = new JdbcTemplate(database);
        some.setFetchSize(ROWS_AT_ONCE);
        return some;
    }

    /**
     * Looks at everything.
     *
     * @param goOn asked after each step
     * @return false where it was not to go on
     */
    public boolean run(Findings findings, BooleanSupplier goOn) {
        Map<Integer, String> anchorsTold = new HashMap<>();
        OrderRange range = null;
        Instant keyedSince = new BeforeAnchors(jdbc).keyedSince().orElse(null);
        if (keyedSince != null) {
            BeforeAnchors.lost(keyedSince, clock.instant()).ifPresent(says -> findings.add(Finding.ofAnchor(1, says)));
        }
        do {
            range = step(range, keyedSince, findings, anchorsTold);
            if (!goOn.getAsBoolean()) {
                return false;
            }
        } while (range != null);
        AnchorsCheck check = new AnchorsCheck(anchors, keys, anchorsTold, findings);
        while (Boolean.TRUE.equals(moment.execute(status -> check.next()))) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
        return goOn.getAsBoolean();
    }

    /**
     * Looks at the next range of orders, and returns it; null behind the last. Where somebody wrote something into a row that
     * can't be read, that is found, and the others are looked at all the same.
     */
    private @Nullable OrderRange step(
            @Nullable OrderRange before,
            @Nullable Instant keyedSince,
            Findings findings,
            Map<Integer, String> anchorsTold) {
        OrderRange range = moment.execute(status -> ranges.after(before).orElse(null));
        if (range != null) {
            try {
                moment.executeWithoutResult(status -> look(range, keyedSince, findings, anchorsTold));
            } catch (RuntimeException unreadable) {
                if (DatabaseFailure.isBehind(unreadable)) {
                    throw unreadable;
                }
                LOG.warn("The audit trail of {} can't be looked at", range, unreadable);
                findings.add(Finding.ofDecision(
                        range.store(),
                        Math.max(0, range.after()),
                        "a row about this order or one behind it, up to %d, can't be read: none of them could be looked at"
                                .formatted(range.upTo())));
            }
        }
        return range;
    }

    private void look(
            OrderRange range, @Nullable Instant keyedSince, Findings findings, Map<Integer, String> anchorsTold) {
        boolean hasAnchors = new AuditLinks(jdbc).hasAnchors();
        CheckedAgainst against =
                new CheckedAgainst(keys, words, kept, clock.instant(), hasAnchors, keyedSince, findings);
        Map<Long, ToldByChain> told = new RangeCheck(jdbc, range, against).run();
        if (range.store().equals(AuditLinks.EVERY_STORE)) {
            told.values().forEach(chain -> anchorsTold.putAll(chain.anchors()));
        }
    }
}
