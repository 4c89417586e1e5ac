package io.ledgerbridge.readings;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.explained.ExplainedLine;
import java.util.List;

/**
 * A journal of the books with why its lines are what they are.
 *
 * @param lines each, the memo's after the entry's
 */
public record ExplainedJournal(Journal journal, List<ExplainedLine> lines) {

    public ExplainedJournal {
        lines = List.copyOf(lines);
    }

    /** Those that are posted. */
    public List<ExplainedLine> posted() {
        return lines.subList(0, journal.lines().size());
    }

    /** Those that are kept in the books alone. */
    public List<ExplainedLine> memo() {
        return lines.subList(journal.lines().size(), lines.size());
    }
}
