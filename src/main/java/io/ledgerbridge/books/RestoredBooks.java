package io.ledgerbridge.books;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.DatabaseServer;
import io.ledgerbridge.logging.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

    /** How far BigCommerce's clock may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Words words;
    private final DatabaseClock clock;
    private final DatabaseServer server;
    private Instant serverStarted;
    private volatile Instant since;
    private final AtomicReference<@Nullable Journal> lastSent = new AtomicReference<>();

    RestoredBooks(JdbcClient jdbc, AuditTrail audit, Words words, DatabaseClock clock, DatabaseServer server) {
        this.jdbc = jdbc;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.server = server;
        this.serverStarted = server.startedAt();
        this.since = clock.now();
    }

    /** Whether an order was placed so late that nobody but this process, on these books, can have sent it. */
    public boolean isPlacedSince(Instant created) {
        return created.isAfter(since.plus(CLOCKS_DIFFER));
    }

    /** Has these looked up before they are created, however their store asks. */
    @Transactional
    public void lookFirst(List<Journal> journals) {
        jdbc.sql("UPDATE journal SET look_first = TRUE WHERE id IN (:ids)")
                .param("ids", journals.stream().map(Journal::id).toList())
                .update();
    }

    /** A create is about to be sent: from now on the database knows of it, unless it goes back in time. */
    public void sent(Journal journal) {
        lastSent.set(journal);
    }

    /** Whether a journal that was never sent, as the books say, is to be looked up all the same. */
    @Transactional
    public boolean mustLookUp(Journal journal) {
        seeServer(server.startedAt());
        Journal sent = lastSent.get();
        if (sent != null && !isKnown(sent) && lastSent.compareAndSet(sent, null)) {
            since = clock.now();
            open(sent, null);
        }
        return since.isAfter(journal.createdAt()) || isToBeLookedUp(journal);
    }

    /**
     * Another start of the database's server than before: it may be a replica that lagged, and lack what another process
     * has sent. From now on only younger orders are believed to be unsent.
     */
    private synchronized void seeServer(Instant started) {
        if (!started.equals(serverStarted)) {
            since = clock.now();
            serverStarted = started;
            LOG.warn(
                    "The database has started again at {}, or another server has taken over: no order from before now is created in Sage X3 without a look-up",
                    started);
        }
    }

    /** Sage X3 has an entry that these books never sent. */
    @Transactional
    public void missed(Journal journal, String x3Number) {
        if (!counted(journal.store())) {
            open(journal, x3Number);
        }
    }

    /** The stores whose books are behind. */
    @Transactional(readOnly = true)
    public List<BooksBehind> all() {
        return jdbc.sql("SELECT * FROM books_behind WHERE confirmed_at IS NULL ORDER BY store")
                .query(RestoredBooks::behind)
                .list();
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
        return jdbc.sql("SELECT at FROM audit ORDER BY id DESC LIMIT 1")
                .query((row, index) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    private void confirm(BooksBehind behind, String user, String why) {
        jdbc.sql("SELECT fence FROM due_order WHERE store = :store AND order_id = :order FOR UPDATE")
                .param("store", behind.store())
                .param("order", behind.order())
                .query(Long.class)
                .optional();
        jdbc.sql("""
                        UPDATE books_behind SET confirmed_at = :now, confirmed_by = :user, why = :why
                        WHERE store = :store""")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("user", user)
                .param("why", words.kept(why))
                .param("store", behind.store())
                .update();
        audit.append(
                behind.store(),
                behind.order(),
                "books-confirmed",
                behind.reference(),
                Map.of("by", user, "why", why, "entries", behind.entries()));
    }

    private boolean isKnown(Journal sent) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE id = :id AND attempts >= :attempts")
                        .param("id", sent.id())
                        .param("attempts", sent.attempts())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean isToBeLookedUp(Journal journal) {
        return jdbc.sql("""
                        SELECT count(*) FROM journal
                        WHERE id = :id AND (look_first OR EXISTS
                            (SELECT 1 FROM books_behind b WHERE b.store = journal.store AND b.confirmed_at IS NULL))""").param("id", journal.id()).query(Long.class).single() > 0;
    }

    private void open(Journal journal, @Nullable String x3Number) {
        boolean first = reopened(journal, x3Number) || inserted(journal, x3Number);
        if (first) {
            warn(journal, x3Number);
        } else {
            counted(journal.store());
        }
    }

    private boolean counted(String store) {
        return jdbc.sql("UPDATE books_behind SET entries = entries + 1 WHERE store = :store AND confirmed_at IS NULL")
                        .param("store", store)
                        .update()
                > 0;
    }

    private boolean reopened(Journal journal, @Nullable String x3Number) {
        return write("""
                UPDATE books_behind SET since = :now, order_id = :order, reference = :reference, x3_number = :number,
                    entries = 1, confirmed_at = NULL, confirmed_by = NULL, why = NULL
                WHERE store = :store AND confirmed_at IS NOT NULL""", journal, x3Number) > 0;
    }

    /** Another worker, which met another such entry at this moment, may have been first. */
    private boolean inserted(Journal journal, @Nullable String x3Number) {
        return write("""
                INSERT INTO books_behind (store, since, order_id, reference, x3_number, entries)
                VALUES (:store, :now, :order, :reference, :number, 1) ON CONFLICT DO NOTHING""", journal, x3Number) > 0;
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

    private int write(String sql, Journal journal, @Nullable String x3Number) {
        return jdbc.sql(sql)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("order", journal.order())
                .param("reference", journal.reference())
                .param("number", x3Number)
                .param("store", journal.store())
                .update();
    }

    private static BooksBehind behind(ResultSet row, int index) throws SQLException {
        return new BooksBehind(
                row.getString("store"),
                row.getTimestamp("since").toInstant(),
                row.getLong("order_id"),
                row.getString("reference"),
                row.getString("x3_number"),
                row.getInt("entries"));
    }
}
