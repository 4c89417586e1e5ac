package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.LateCommits;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows when a settled journal is looked up again: a create may have been committed later than anybody waited. */
@Component
public class LateCommitCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LateCommitCheck.class);

    private final LateCommits lateCommits;

    LateCommitCheck(LateCommits lateCommits) {
        this.lateCommits = lateCommits;
    }

    /**
     * Writes down what Sage X3 has.
     *
     * @throws Fault where it has an entry that the books do not have
     */
    void saw(Fence fence, Journal journal, FolderSettings folder, List<FoundEntry> found) {
        if (!journal.folder().equals(folder.folder())) {
            lateCommits.lookedUp(fence, journal, Map.of("notAsked", journal.folder()));
        } else if (found.size() > 1) {
            throw doubled(fence, journal, found);
        } else if (journal.state() == JournalState.WITHDRAWN) {
            sawWithdrawn(fence, journal, found);
        } else {
            sawPosted(fence, journal, found);
        }
    }

    /** Sage X3 has it more than once, whatever state it is in. */
    Fault doubled(Fence fence, Journal journal, List<FoundEntry> found) {
        lateCommits.doubled(fence, journal, Map.of("found", FoundEntry.numbers(found)));
        return Fault.needsPerson(twice(journal, found));
    }

    /** An accountant may have taken it out or entered it anew, so it is said and nothing else. */
    private void sawPosted(Fence fence, Journal journal, List<FoundEntry> found) {
        String ours = String.valueOf(journal.x3Number());
        Optional<FoundEntry> still =
                found.stream().filter(entry -> entry.number().equals(ours)).findFirst();
        if (still.isEmpty()) {
            LOG.warn(
                    "Sage X3 has {} of order {} of store {} no longer as entry {}, but as {}",
                    journal.reference(),
                    journal.order(),
                    journal.store(),
                    ours,
                    FoundEntry.numbers(found));
        }
        Map<String, Object> seen = new LinkedHashMap<>(Map.of("found", FoundEntry.numbers(found), "ours", ours));
        still.map(FoundEntry::status).ifPresent(status -> {
            lateCommits.read(fence, journal, status);
            seen.put("x3Status", status);
        });
        lateCommits.lookedUp(fence, journal, seen);
    }

    private void sawWithdrawn(Fence fence, Journal journal, List<FoundEntry> found) {
        if (!found.isEmpty()) {
            lateCommits.doubled(fence, journal, Map.of("found", FoundEntry.numbers(found)));
            throw Fault.needsPerson(committedLate(journal, found.get(0)));
        }
        lateCommits.lookedUp(fence, journal, Map.of("found", List.of()));
    }

    private static ParkReason twice(Journal journal, List<FoundEntry> found) {
        String ours = journal.x3Number() == null ? "none of them" : journal.x3Number();
        return new ParkReason(
                ParkCode.DUPLICATE_IN_X3,
                "Sage X3 has %s more than once: %s; the books hold %s"
                        .formatted(journal.reference(), FoundEntry.numbers(found), ours),
                "Reverse all but one of them in X3 and clear their reference%s, then work the order again."
                        .formatted(journal.x3Number() == null ? "" : " (keep " + ours + ")"));
    }

    private static ParkReason committedLate(Journal journal, FoundEntry entry) {
        return new ParkReason(
                ParkCode.DUPLICATE_IN_X3,
                "Sage X3 has %s as entry %s: it was committed so late that the books had withdrawn it"
                        .formatted(journal.reference(), entry.number()),
                "Reverse it in X3 and clear its reference, then work the order again.");
    }
}
