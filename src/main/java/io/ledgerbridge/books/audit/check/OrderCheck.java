package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.AuditHead;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.anchors.Anchored;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.books.audit.covered.CoveredJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is looked at of one order: first its links, then its journals and its events. */
final class OrderCheck {

    private static final String READING = "the reading that the journal with the id %d was planned from";
    private static final String KNOWN = "what the journal with the id %d was planned with";

    private final String store;
    private final long order;
    private final ChainCheck chain;
    private final CheckedAgainst against;
    private final Findings findings;
    private final List<CoveredJournal> journals = new ArrayList<>();
    private final List<CoveredEvent> events = new ArrayList<>();
    private final List<CoveredDecision> decisions = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();
    private final ReadingsCheck readings;
    private final ReadingsCheck known;
    private final WordsCheck words;
    private boolean isDue;
    private boolean wasWorked;

    OrderCheck(String store, long order, @Nullable AuditHead head, List<Anchored> anchored, CheckedAgainst against) {
        this.store = store;
        this.order = order;
        this.against = against;
        this.findings = against.findings();
        this.readings = new ReadingsCheck(store, order, READING, "isn't what was read", findings);
        this.known = new ReadingsCheck(store, order, KNOWN, "isn't what was known", findings);
        this.words = new WordsCheck(store, order, findings);
        this.chain = new ChainCheck(store, order, head, anchored, against);
    }

    void look(AuditLink link) {
        findings.looked();
        chain.look(link);
        words.look(link);
    }

    void look(CoveredJournal journal) {
        journals.add(journal);
    }

    void look(CoveredEvent event) {
        events.add(event);
    }

    void look(CoveredDecision decision) {
        decisions.add(decision);
    }

    /** A reading that was kept of it. */
    void kept(String sha256, @Nullable String body, Instant readAt) {
        readings.look(sha256, body, against.kept().isOverOfReading(readAt, against.now()));
    }

    /** What else was known when a journal of it was planned. */
    void known(String sha256, String body) {
        known.look(sha256, body, false);
        if (DecisionsCheck.isToBeLookedAt(body)) {
            plans.add(body);
        }
    }

    /** What was said, beside one of its links. */
    void said(int link, String said) {
        words.kept(link, said);
        chain.told().decisions().values().said(link, said);
    }

    /**
     * Its row in the queue.
     *
     * @param due whether there is something to do
     * @param worked whether a work on it has ever ended
     */
    void queued(boolean due, boolean worked) {
        isDue = due;
        wasWorked = worked;
    }

    /** Nothing of it is left to look at. */
    ToldByChain end() {
        long before = findings.count();
        chain.end();
        if (chain.isEmpty() && before == findings.count()) {
            lookForChain();
        } else if (!chain.isEmpty()) {
            words.end();
            compare();
        }
        return chain.told();
    }

    private void compare() {
        JournalsCheck books = new JournalsCheck(store, order, chain.told(), findings);
        journals.forEach(books::look);
        books.end();
        journals.forEach(journal -> readings.look(journal, journal.reading()));
        journals.forEach(journal -> known.look(journal, journal.plannedWith()));
        EventsCheck inbox = new EventsCheck(store, order, chain.told(), against);
        events.forEach(inbox::look);
        inbox.end(isDue);
        DecisionsCheck decided = new DecisionsCheck(store, order, chain.told().decisions(), against);
        decisions.forEach(decided::look);
        plans.forEach(decided::lookAtPlan);
        decided.end();
    }

    private void lookForChain() {
        String has = null;
        if (!journals.isEmpty()) {
            has = "the order has %d journals".formatted(journals.size());
        } else if (wasWorked) {
            has = "the order was worked";
        } else if (order != 0 && !decisions.isEmpty()) {
            has = "there is " + decisions.get(0).what();
        }
        if (has != null) {
            findings.add(Finding.ofLink(store, order, 1, "the whole chain is missing: " + has));
        }
    }
}
