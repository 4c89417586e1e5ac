package io.ledgerbridge.books;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The references under which Sage X3 may still commit an entry that nobody knows of, since a create's reply was lost.
 * They are looked up again after their journal is posted, and once more when its month is over, before it is closed.
 */
@Repository
public class LateCommits {

    private final LateCommitRows rows;
    private final JournalChanges changes;
    private final JournalRows journals;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    LateCommits(JdbcClient jdbc, JournalRows journals, AuditTrail audit, DatabaseClock clock) {
        this.rows = new LateCommitRows(jdbc);
        this.changes = new JournalChanges(jdbc);
        this.journals = journals;
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
        rows.watch(journal, LookUpTimes.soon(clock.now()));
    }

    /** Whether a create under a journal's reference, of this or of an earlier journal, has ever lost its reply. */
    @Transactional(readOnly = true)
    public boolean isWatched(Journal journal) {
        return rows.isWatched(journal);
    }

    /** The references whose time has come, the longest due first. */
    @Transactional(readOnly = true)
    public List<Watched> whoseTimeHasCome(int most) {
        return rows.before(clock.now(), most);
    }

    /** Its journal, once that is posted and not only just: then it is to be looked up. */
    @Transactional(readOnly = true)
    public Optional<Journal> ready(Watched watched) {
        return journalOf(watched).filter(journal -> !LookUpTimes.first(journal).isAfter(clock.now()));
    }

    /** Has the order's next work look it up. */
    @Transactional
    public void makeDue(Watched watched) {
        rows.update(watched, true, null);
    }

    /** Looks it up no sooner than a while after its journal is posted; each create that is tried again watches it anew. */
    @Transactional
    public void putOff(Watched watched) {
        Instant later = LookUpTimes.late(clock.now());
        rows.update(watched, false, journalOf(watched).map(LookUpTimes::first).orElse(later));
    }

    /** Its order can't be made due now: it is tried again a while later, behind the others. */
    @Transactional
    public void postpone(Watched watched) {
        rows.update(watched, false, LookUpTimes.soon(clock.now()));
    }

    /** The references of an order that its work has to look up again. */
    @Transactional(readOnly = true)
    public List<Watched> dueOf(String store, long order) {
        return rows.dueOf(store, order);
    }

    /** It was looked up again, and no double was found: when it is looked up next depends on when it was posted. */
    @Transactional
    public void lookedUp(Fence fence, Journal journal, Map<String, ?> seen) {
        fence.hold();
        audit.append(fence, "journal-looked-up-again", journal.reference(), seen);
        rows.update(
                watched(journal), false, LookUpTimes.next(journal, clock.now()).orElse(null));
    }

    /**
     * Its entry was read again.
     *
     * @param x3Status {@code temporary} or {@code final}
     */
    @Transactional
    public void read(Fence fence, Journal journal, String x3Status) {
        fence.hold();
        changes.x3Status(journal.id(), x3Status);
    }

    /** Sage X3 has it more than once: each further work of the order looks it up, until it has it once. */
    @Transactional
    public void doubled(Fence fence, Journal journal, Map<String, ?> seen) {
        fence.hold();
        watch(journal);
        audit.append(fence, "journal-doubled", journal.reference(), seen);
        rows.update(watched(journal), true, null);
    }

    /** The journal that has the reference, once it is posted; where none has it, the last that was withdrawn. */
    private Optional<Journal> journalOf(Watched watched) {
        List<Journal> under = journals.ofOrder(watched.store(), watched.order()).stream()
                .filter(journal -> journal.reference().equals(watched.reference())
                        && journal.folder().equals(watched.folder()))
                .toList();
        Stream<Journal> standing = under.stream().filter(journal -> journal.state() != JournalState.WITHDRAWN);
        Optional<Journal> last = standing.max(Comparator.comparingLong(Journal::id))
                .or(() -> under.stream().max(Comparator.comparingLong(Journal::id)));
        return last.filter(
                journal -> journal.state() == JournalState.POSTED || journal.state() == JournalState.WITHDRAWN);
    }

    private static Watched watched(Journal journal) {
        return new Watched(journal.folder(), journal.reference(), journal.store(), journal.order());
    }
}
