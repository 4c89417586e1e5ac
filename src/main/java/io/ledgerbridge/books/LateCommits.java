package io.ledgerbridge.books;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The references under which Sage X3 may still commit an entry that nobody knows of, since a create's reply was lost.
 * They are looked up again after their journal is posted, and once more when its month is over, before it is closed.
 */
@Repository
public class LateCommits {

    /** How long after it was posted a journal is looked up again. */
    private static final List<Duration> AFTER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(60));

    /** And how long where its month was over by then, and is closed some days later. */
    private static final List<Duration> BEFORE_THE_CLOSE = List.of(Duration.ofDays(1), Duration.ofDays(5));

    private final JdbcClient jdbc;
    private final JournalRows rows;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    LateCommits(JdbcClient jdbc, JournalRows rows, AuditTrail audit, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** A reference that is to be looked up again. */
    public record Watched(String folder, String reference, String store, long order) {}

    /**
     * A create of this journal was sent and its reply is lost: from now on its reference is watched, also where an earlier
     * journal's watch of it has ended.
     */
    @Transactional
    public void watch(Journal journal) {
        if (write(journal, """
                INSERT INTO late_commit (folder, reference, store, order_id, look_at)
                VALUES (:folder, :reference, :store, :order, :at) ON CONFLICT DO NOTHING""") == 0) {
            write(journal, """
                    UPDATE late_commit SET look_at = :at
                    WHERE folder = :folder AND reference = :reference AND store = :store AND order_id = :order
                      AND (look_at IS NULL OR look_at > :at) AND NOT due""");
        }
    }

    private int write(Journal journal, String sql) {
        return jdbc.sql(sql)
                .param("folder", journal.folder())
                .param("reference", journal.reference())
                .param("store", journal.store())
                .param("order", journal.order())
                .param("at", utc(clock.now().plus(AFTER.get(0))))
                .update();
    }

    /** Whether a create under a journal's reference, of this or of an earlier journal, has ever lost its reply. */
    @Transactional(readOnly = true)
    public boolean isWatched(Journal journal) {
        return jdbc.sql("SELECT count(*) FROM late_commit WHERE folder = :folder AND reference = :reference")
                        .param("folder", journal.folder())
                        .param("reference", journal.reference())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The references whose time has come, the longest due first. */
    @Transactional(readOnly = true)
    public List<Watched> whoseTimeHasCome(int most) {
        return jdbc.sql("SELECT * FROM late_commit WHERE look_at <= :now ORDER BY look_at LIMIT :most")
                .param("now", utc(clock.now()))
                .param("most", most)
                .query(LateCommits::row)
                .list();
    }

    /** Its journal, once that is posted and not only just: then it is to be looked up. */
    @Transactional(readOnly = true)
    public Optional<Journal> ready(Watched watched) {
        return journalOf(watched).filter(journal -> !firstLook(journal).isAfter(clock.now()));
    }

    /** Has the order's next work look it up. */
    @Transactional
    public void makeDue(Watched watched) {
        update(watched, true, null);
    }

    /** Looks it up no sooner than a while after its journal is posted; each create that is tried again watches it anew. */
    @Transactional
    public void putOff(Watched watched) {
        Instant later = clock.now().plus(AFTER.get(AFTER.size() - 1));
        update(watched, false, journalOf(watched).map(LateCommits::firstLook).orElse(later));
    }

    /** Its order can't be made due now: it is tried again a while later, behind the others. */
    @Transactional
    public void postpone(Watched watched) {
        update(watched, false, clock.now().plus(AFTER.get(0)));
    }

    /** The references of an order that its work has to look up again. */
    @Transactional(readOnly = true)
    public List<Watched> dueOf(String store, long order) {
        return jdbc.sql(
                        "SELECT * FROM late_commit WHERE store = :store AND order_id = :order AND due ORDER BY reference")
                .param("store", store)
                .param("order", order)
                .query(LateCommits::row)
                .list();
    }

    /** It was looked up again, and no double was found: when it is looked up next depends on when it was posted. */
    @Transactional
    public void lookedUp(Fence fence, Journal journal, Map<String, ?> seen) {
        fence.hold();
        audit.append(fence, "journal-looked-up-again", journal.reference(), seen);
        update(watched(journal), false, nextLook(journal).orElse(null));
    }

    /** Sage X3 has it more than once: each further work of the order looks it up, until it has it once. */
    @Transactional
    public void doubled(Fence fence, Journal journal, Map<String, ?> seen) {
        fence.hold();
        watch(journal);
        audit.append(fence, "journal-doubled", journal.reference(), seen);
        update(watched(journal), true, null);
    }

    private static Instant firstLook(Journal journal) {
        return journal.postedAt() == null ? Instant.EPOCH : journal.postedAt().plus(AFTER.get(0));
    }

    /** When the month of its accounting date is over in every time zone. */
    private static Instant monthIsOver(Journal journal) {
        return YearMonth.from(journal.entry().accountingDate())
                .plusMonths(1)
                .atDay(1)
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
    }

    private Optional<Instant> nextLook(Journal journal) {
        Instant since = journal.postedAt() == null ? journal.createdAt() : journal.postedAt();
        Instant over = monthIsOver(journal);
        Stream<Instant> later = over.isAfter(since)
                ? Stream.of(over)
                : BEFORE_THE_CLOSE.stream().map(since::plus);
        return Stream.concat(AFTER.stream().map(since::plus), later)
                .filter(at -> at.isAfter(clock.now()))
                .findFirst();
    }

    /** The journal that has the reference, once it is posted; where none has it, the last that was withdrawn. */
    private Optional<Journal> journalOf(Watched watched) {
        List<Journal> under = rows.ofOrder(watched.store(), watched.order()).stream()
                .filter(journal -> journal.reference().equals(watched.reference())
                        && journal.folder().equals(watched.folder()))
                .toList();
        Stream<Journal> standing = under.stream().filter(journal -> journal.state() != JournalState.WITHDRAWN);
        Optional<Journal> last = standing.max(Comparator.comparingLong(Journal::id))
                .or(() -> under.stream().max(Comparator.comparingLong(Journal::id)));
        return last.filter(
                journal -> journal.state() == JournalState.POSTED || journal.state() == JournalState.WITHDRAWN);
    }

    private void update(Watched watched, boolean due, @Nullable Instant lookAt) {
        jdbc.sql("""
                        UPDATE late_commit SET due = :due, look_at = :at
                        WHERE folder = :folder AND reference = :reference""")
                .param("due", due)
                .param("at", lookAt == null ? null : utc(lookAt))
                .param("folder", watched.folder())
                .param("reference", watched.reference())
                .update();
    }

    private static Watched watched(Journal journal) {
        return new Watched(journal.folder(), journal.reference(), journal.store(), journal.order());
    }

    private static Watched row(ResultSet row, int index) throws SQLException {
        return new Watched(
                row.getString("folder"), row.getString("reference"), row.getString("store"), row.getLong("order_id"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
