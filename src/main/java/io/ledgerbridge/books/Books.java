package io.ledgerbridge.books;

import io.ledgerbridge.books.audit.covered.CoveredJournals;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.logging.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journals, from plan to number. A journal's lines never change; its state does, and each change is one
 * transaction that holds the claim's fence and leaves a link in the order's audit chain.
 */
@Repository
public class Books {

    private final JournalRows rows;
    private final JournalChanges changes;
    private final JournalStates states;
    private final ReferencesInUse references;
    private final CoveredJournals covered;
    private final AuditTrail audit;
    private final Words words;
    private final DatabaseClock clock;

    Books(JdbcClient jdbc, JournalRows rows, AuditTrail audit, Words words, DatabaseClock clock) {
        this.rows = rows;
        this.changes = new JournalChanges(jdbc);
        this.states = new JournalStates(rows, changes, audit);
        this.references = new ReferencesInUse(jdbc, rows);
        this.covered = new CoveredJournals(jdbc);
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** Every journal of an order, withdrawn ones too, in the order in which they were written. */
    @Transactional(readOnly = true)
    public List<Journal> journalsOf(String store, long order) {
        return rows.ofOrder(store, order);
    }

    /** Likewise of several orders, by order. */
    @Transactional(readOnly = true)
    public Map<Long, List<Journal>> journalsOf(String store, List<Long> orders) {
        return rows.ofOrders(store, orders);
    }

    /** The journals of an order whose fate Sage X3 has to be asked for: sent, or refused, and not yet settled. */
    @Transactional(readOnly = true)
    public List<Journal> unsettledOf(String store, long order) {
        return journalsOf(store, order).stream()
                .filter(journal -> switch (journal.state()) {
                    case SENDING, UNKNOWN, REFUSED -> true;
                    case PLANNED, POSTED, WITHDRAWN -> false;
                })
                .toList();
    }

    /**
     * Writes what is planned. Journals that Sage X3 certainly lacks are kept where the plan still says the same, and
     * withdrawn where it doesn't; their references may then be used again.
     *
     * @param origin what the drafts were planned from
     * @return the planned journals, in the drafts' order
     * @throws LeaseLost where another worker has the order
     * @throws Fault where another journal has a reference that is needed
     */
    @Transactional
    public List<Journal> plan(Fence fence, String folder, List<JournalDraft> drafts, String why, PlanOrigin origin) {
        fence.hold();
        KeptJournals kept = KeptJournals.of(rows.ofOrder(fence.store(), fence.order()), folder, drafts);
        audit.append(fence, "planned", null, planned(drafts, why, origin));
        kept.withdrawn().forEach(journal -> withdraw(fence, journal));
        Map<String, Journal> planned = new HashMap<>(kept.byReference());
        drafts.forEach(draft -> planned.computeIfAbsent(
                draft.entry().reference(), reference -> write(fence, folder, draft, origin.of(draft))));
        return drafts.stream()
                .flatMap(draft -> Stream.ofNullable(planned.get(draft.entry().reference())))
                .toList();
    }

    /**
     * A create is about to be sent.
     *
     * @param folder where it is sent; from now on that is the journal's
     * @param requestHash SHA-256 of the body, in hexadecimal
     * @throws Fault where another journal has the reference in that folder
     */
    @Transactional
    public Journal sending(Fence fence, Journal journal, String folder, String requestHash) {
        Instant now = clock.now();
        states.move(fence, journal, JournalState.SENDING, Map.of("requestHash", requestHash, "folder", folder));
        takeTo(folder, journal);
        changes.sent(journal.id(), now, fence.number(), requestHash);
        return rows.byId(journal.id());
    }

    /**
     * It was looked for, and Sage X3 has it, under this number.
     *
     * @param folder where it was found; from now on that is the journal's
     * @param x3Status {@code temporary} or {@code final}; null where it wasn't read
     * @throws Fault where another journal has the reference in that folder
     */
    @Transactional
    public void found(Fence fence, Journal journal, String folder, String x3Number, @Nullable String x3Status) {
        states.move(
                fence, journal, JournalState.POSTED, Map.of("x3Number", x3Number, "how", "found", "folder", folder));
        takeTo(folder, journal);
        changes.posted(journal.id(), x3Number, x3Status, clock.now());
    }

    /**
     * Takes entries that Sage X3 has, and that newer books had posted, into these; what was planned in their place is
     * withdrawn.
     *
     * @param drafts what they hold
     * @param numbers X3's numbers of them, in the same order
     */
    @Transactional
    public void adopt(Fence fence, String folder, List<JournalDraft> drafts, List<String> numbers) {
        fence.hold();
        audit.append(fence, "entries-adopted", null, Map.of("x3Numbers", numbers));
        rows.ofOrder(fence.store(), fence.order()).stream()
                .filter(journal -> journal.state() == JournalState.PLANNED)
                .forEach(journal -> withdraw(fence, journal));
        for (int index = 0; index < drafts.size(); index++) {
            found(
                    fence,
                    write(fence, folder, drafts.get(index), JournalOrigin.UNKNOWN),
                    folder,
                    numbers.get(index),
                    null);
        }
    }

    /**
     * A create was answered: Sage X3 has it, under this number.
     *
     * @param x3Status {@code temporary} or {@code final}; null where the answer doesn't show it
     */
    @Transactional
    public void posted(Fence fence, Journal journal, String x3Number, @Nullable String x3Status) {
        states.move(fence, journal, JournalState.POSTED, Map.of("x3Number", x3Number, "how", "created"));
        changes.posted(journal.id(), x3Number, x3Status, clock.now());
    }

    /** Sage X3 said no, in these words. */
    @Transactional
    public void refused(Fence fence, Journal journal, String said) {
        refused(fence, journal, said, null);
    }

    /**
     * Sage X3 said no, in these words.
     *
     * @param nextDate the date to try next, where it was the date that was refused
     */
    @Transactional
    public void refused(Fence fence, Journal journal, String said, @Nullable LocalDate nextDate) {
        told(fence, journal, JournalState.REFUSED, said);
        changes.nextDate(journal.id(), nextDate);
    }

    /**
     * A create was sent and no answer tells what became of it.
     *
     * @param refusal what the answer's errors say, which is a refusal if Sage X3 lacks the entry; null without any
     */
    @Transactional
    public Journal unknown(Fence fence, Journal journal, String said, @Nullable String refusal) {
        told(fence, journal, JournalState.UNKNOWN, said);
        changes.unanswered(journal.id(), clock.now(), refusal == null ? null : words.kept(refusal));
        return rows.byId(journal.id());
    }

    /** The errors in the answer to a journal's last create, where it is not known what became of that. */
    @Transactional(readOnly = true)
    public Optional<String> refusalInDoubt(Journal journal) {
        return rows.refusalInDoubt(journal.id());
    }

    /** Whether a person has set the journal's order aside, or its refund: then nothing is created without a plan. */
    public boolean isSetAside(Journal journal) {
        return rows.isSetAside(journal);
    }

    /** Sage X3 certainly does not have it: nothing was sent, or it was looked for and not found after a refusal. */
    @Transactional
    public void lacking(Fence fence, Journal journal, String said) {
        told(fence, journal, JournalState.PLANNED, said);
    }

    private void told(Fence fence, Journal journal, JournalState state, String said) {
        String kept = words.kept(said);
        states.move(fence, journal, state, Map.of("detail", kept));
        changes.detail(journal.id(), kept);
    }

    private static Map<String, Object> planned(List<JournalDraft> drafts, String why, PlanOrigin origin) {
        Map<String, Object> detail = new HashMap<>(Map.of("why", why, "journals", drafts.size()));
        if (origin.reading() != null && origin.plannedWith() != null) {
            detail.put("reading", origin.reading());
            detail.put("plannedWith", origin.plannedWith());
        }
        return detail;
    }

    private Journal write(Fence fence, String folder, JournalDraft draft, JournalOrigin origin) {
        int generation = references.nextGeneration(folder, draft.entry().reference());
        long id = rows.insert(fence, folder, generation, draft, origin, clock.now());
        Map<String, Object> detail = new LinkedHashMap<>(draft.described());
        detail.put("sha256", covered.sha256(id));
        audit.append(fence, "journal-written", draft.entry().reference(), detail);
        return rows.byId(id);
    }

    private void takeTo(String folder, Journal journal) {
        if (!journal.folder().equals(folder)) {
            changes.moved(journal.id(), folder, references.nextGeneration(folder, journal.reference()));
        }
    }

    private void withdraw(Fence fence, Journal journal) {
        states.move(fence, journal, JournalState.WITHDRAWN, Map.of("generation", journal.generation()));
    }
}
