package io.ledgerbridge.operations;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.lists.NewestPosted;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.FoundEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a ping says of a real entry: whether Sage X3 shows the newest posted one as the books have it. */
@Component
public class EntryPing {

    static final String ENTRY = "sage-x3-entry";

    private final NewestPosted newest;

    EntryPing(NewestPosted newest) {
        this.newest = newest;
    }

    /** Says which journal is to be looked up; none where the books have none in the folder. */
    public void expect(AskedX3 asked, String store, FolderSettings folder) {
        asked.expect(newest.of(store, folder.folder()).orElse(null));
    }

    /** Tells how the entries that were found compare with the journal. */
    public void compared(AskedX3 asked, Journal journal, List<FoundEntry> found) {
        asked.tellOfEntry(compared(journal, found));
    }

    /** It wasn't compared. */
    public void failed(AskedX3 asked, PingOutcome lookUp) {
        asked.tellOfEntry(failed(lookUp));
    }

    static PingCheck compared(Journal journal, List<FoundEntry> found) {
        Optional<String> wrong = wrong(journal, found);
        return new PingCheck(
                ENTRY,
                wrong.isEmpty(),
                wrong.orElseGet(() -> "entry %s reads as the books have %s%s"
                        .formatted(journal.x3Number(), journal.reference(), status(found.get(0)))));
    }

    static PingCheck failed(PingOutcome lookUp) {
        return new PingCheck(ENTRY, false, "not compared: " + lookUp.words());
    }

    private static Optional<String> wrong(Journal journal, List<FoundEntry> found) {
        if (found.isEmpty()) {
            return Optional.of(
                    "Sage X3 lacks %s, which the books have as entry %s: the look-up doesn't find it, or it was taken out"
                            .formatted(journal.reference(), journal.x3Number()));
        }
        String numbers = String.join(" and ", FoundEntry.numbers(found));
        if (!numbers.equals(journal.x3Number())) {
            return Optional.of("Sage X3 has %s as entry %s, the books as entry %s"
                    .formatted(journal.reference(), numbers, journal.x3Number()));
        }
        return found.get(0)
                .differenceTo(journal)
                .map(difference -> "entry %s doesn't read as the books have %s: %s"
                        .formatted(journal.x3Number(), journal.reference(), difference));
    }

    private static String status(FoundEntry entry) {
        return entry.status() == null ? "" : " (" + entry.status() + ")";
    }
}
