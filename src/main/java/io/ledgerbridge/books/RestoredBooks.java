package io.ledgerbridge.books;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.DatabaseServer;
import io.ledgerbridge.logging.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the books may be older than what Sage X3 has, since a backup was restored or a database fell back to a replica
 * that lagged. From the books alone that can't be told, so "never sent" is believed only of orders that were placed since
 * this process has had its database; everything else is looked up first.
 */
@Repository
public class RestoredBooks {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredBooks.class);

    private final BooksBehindRows rows;
    private final LookUpMarks looks;
    private final AuditTrail audit;
    private final Words words;
    private final DatabaseClock clock;
    private final SameDatabase same;
    private final AtomicReference<@Nullable Journal> lastSent = new AtomicReference<>();

    RestoredBooks(JdbcClient jdbc, AuditTrail audit, Words words, DatabaseClock clock, DatabaseServer server) {
        this.rows = new BooksBehindRows(jdbc);
        this.looks = new LookUpMarks(jdbc);
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.same = new SameDatabase(server, clock);
    }

    /** Whether an order was placed so late that nobody but this process, on these books, can have sent it. */
    public boolean isPlacedSince(Instant created) {
        return same.isPlacedSince(created);
    }

    /** Has these looked up before they are created, however their store asks. */
    @Transactional
    public void lookFirst(List<Journal> journals) {
        looks.lookFirst(journals);
    }

    /** A create is about to be sent: from now on the database knows of it, unless it goes back in time. */
    public void sent(Journal journal) {
        lastSent.set(journal);
    }

    /** Whether a journal that was never sent, as the books say, is to be looked up all the same. */
    @Transactional
    public boolean mustLookUp(Journal journal) {
        same.seeServer();
        Journal sent = lastSent.get();
        if (sent != null && !looks.isKnown(sent) && lastSent.compareAndSet(sent, null)) {
            same.fromNow();
            open(sent, null);
        }
        return same.since().isAfter(journal.createdAt()) || looks.isToBeLookedUp(journal);
    }

    /** Sage X3 has an entry that these books never sent. */
    @Transactional
    public void missed(Journal journal, String x3Number) {
        if (!rows.count(journal.store())) {
            open(journal, x3Number);
        }
    }

    /** The stores whose books are behind. */
    @Transactional(readOnly = true)
    public List<BooksBehind> all() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    public Optional<BooksBehind> of(String store) {
        return all().stream().filter(behind -> behind.store().equals(store)).findFirst();
    }

    /**
     * A person says that a store's books have caught up: it is looked up again only where its settings say so.
     *
     * @return false where they were not behind
     */
    @Transactional
    public boolean confirm(String store, String user, String why) {
        Optional<BooksBehind> behind = of(store);
        behind.ifPresent(those -> confirm(those, user, why));
        return behind.isPresent();
    }

    /** The last that the books know of any store, and when that was; nothing where they are empty. */
    @Transactional(readOnly = true)
    public Optional<Instant> end() {
        return looks.end();
    }

    private void confirm(BooksBehind behind, String user, String why) {
        rows.confirm(behind, user, words.kept(why), clock.now());
        audit.append(
                behind.store(),
                behind.order(),
                "books-confirmed",
                behind.reference(),
                Map.of("by", user, "why", why, "entries", behind.entries()));
    }

    private void open(Journal journal, @Nullable String x3Number) {
        if (rows.open(journal, x3Number, clock.now())) {
            warn(journal, x3Number);
        } else {
            rows.count(journal.store());
        }
    }

    private static void warn(Journal journal, @Nullable String x3Number) {
        LOG.warn(
                "The books of store {} are older than Sage X3's ledger: {}. Everything is looked up before it is created until POST /api/stores/{}/books/confirm",
                journal.store(),
                x3Number == null
                        ? "the database has lost that " + journal.reference() + " was sent"
                        : "X3 has " + journal.reference() + " as entry " + x3Number + ", which they never sent",
                journal.store());
    }
}
