package io.ledgerbridge.books;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.ledger.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What else Sage X3 has of an order, once it has shown an entry under one of its references that these books never sent
 * and would have sent otherwise. The references of its further adjustments and reversals are looked up until one of them
 * is missing; then the order's plan knows what the books lack.
 */
@Component
public class UnbookedEntries {

    /** So many references of a kind are looked up at a time. */
    private static final int AHEAD = 3;

    /** No more of a kind: an order that was edited more often has to be looked at by a person anyhow. */
    private static final int MOST = 30;

    private final UnbookedEntryRows traces;
    private final JournalRows rows;
    private final AuditTrail audit;

    UnbookedEntries(UnbookedEntryRows traces, JournalRows rows, AuditTrail audit) {
        this.traces = traces;
        this.rows = rows;
        this.audit = audit;
    }

    /** Sage X3 has another entry under the reference of a journal that was never sent: what else does it have? */
    @Transactional
    public void begin(Fence fence, Journal journal, String folder, UnbookedEntry found) {
        fence.hold();
        audit.append(
                fence,
                "journal-differs",
                journal.reference(),
                Map.of("x3Number", found.x3Number(), "difference", String.valueOf(found.difference())));
        traces.forget(fence);
        traces.insert(fence, folder, found.reference(), "found", found);
        for (String kind : List.of("A", "V")) {
            ask(fence, folder, journal, kind, lastOf(fence, kind));
        }
    }

    /** The references of an order that are to be looked up, as journals that are in no books. */
    @Transactional(readOnly = true)
    public List<Journal> asked(String store, long order) {
        List<UnbookedEntryRows.Row> asked = traces.ofOrder(store, order).stream()
                .filter(row -> row.state().equals("asked"))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Journal> journals = rows.ofOrder(store, order);
        Journal like = journals.get(journals.size() - 1);
        return asked.stream()
                .map(row -> AskedReference.like(like, row.folder(), row.reference()))
                .toList();
    }

    /** Whether a journal is none, but a reference that is looked up. */
    public boolean isAsked(Journal journal) {
        return AskedReference.is(journal);
    }

    /** What Sage X3 has under a reference; nothing where it lacks it. */
    @Transactional
    public void saw(Fence fence, Journal asked, @Nullable UnbookedEntry found) {
        fence.hold();
        traces.delete(asked.folder(), asked.reference());
        traces.insert(fence, asked.folder(), asked.reference(), found == null ? "missing" : "found", found);
        EntryReference reference = EntryReference.of(asked.reference());
        boolean last = traces.ofOrder(fence.store(), fence.order()).stream()
                .map(row -> EntryReference.of(row.reference()))
                .noneMatch(other -> other.isOf(reference.kind()) && other.number() > reference.number());
        if (found != null && last && reference.number() < MOST) {
            ask(fence, asked.folder(), asked, reference.kind(), reference.number());
        }
    }

    /**
     * What Sage X3 has and the books lack; it is known once, since by the next time it may have been mended.
     *
     * @return empty where nothing was looked for
     * @throws Fault as long as there is more to look up
     */
    @Transactional
    public List<UnbookedEntry> take(Fence fence) {
        List<UnbookedEntryRows.Row> all = traces.ofOrder(fence.store(), fence.order());
        if (all.isEmpty()) {
            return List.of();
        }
        fence.hold();
        if (all.stream().anyMatch(row -> row.state().equals("asked"))) {
            throw Fault.plannedAnew("looks up what else Sage X3 has of order " + fence.order());
        }
        traces.forget(fence);
        return all.stream().flatMap(row -> Stream.ofNullable(row.traced())).toList();
    }

    private void ask(Fence fence, String folder, Journal journal, String kind, long after) {
        String order = EntryReference.of(journal.reference()).order();
        for (long number = after + 1; number <= Math.min(after + AHEAD, MOST); number++) {
            String reference = order + "-" + kind + number;
            if (!reference.equals(journal.reference()) && reference.length() <= JournalEntry.LONGEST_REFERENCE) {
                traces.insert(fence, folder, reference, "asked", null);
            }
        }
    }

    /** The highest number of that kind that the books have in Sage X3. */
    private long lastOf(Fence fence, String kind) {
        return rows.ofOrder(fence.store(), fence.order()).stream()
                .filter(journal -> journal.state() == JournalState.POSTED)
                .map(journal -> EntryReference.of(journal.reference()))
                .filter(reference -> reference.isOf(kind))
                .mapToLong(EntryReference::number)
                .max()
                .orElse(0);
    }
}
