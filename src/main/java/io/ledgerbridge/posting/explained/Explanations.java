package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains the journals of one plan, by making it again. */
public final class Explanations {

    private final PostingRules rules;
    private final OrderReading reading;
    private final OrderHistory history;
    private final @Nullable OrderReading before;
    private final Map<String, Ground> grounds;

    /**
     * @param rules as they were when it was planned
     * @param history likewise, with the journals that Sage X3 then had
     * @param before the reading from which the journals before were planned; null where none is kept
     */
    public Explanations(PostingRules rules, OrderReading reading, OrderHistory history, @Nullable OrderReading before) {
        this.rules = rules;
        this.reading = reading;
        this.history = history;
        this.before = before;
        this.grounds = new JournalPlanner(rules).grounds(reading, history);
    }

    /**
     * Each line of a journal, the memo's after the entry's.
     *
     * @param mapping for each line, the version of the mapping that names its account; null where it isn't known
     */
    public List<ExplainedLine> of(Journal journal, List<@Nullable Integer> mapping) {
        Ground ground = grounds.get(journal.reference());
        if (ground == null || !ground.makes(journal.draft())) {
            return new BooksAlone(rules.channels().get(journal.channel()), history.journals(), mapping)
                    .of(journal, "It comes out otherwise when it is planned again, so the books alone tell of it.");
        }
        PlannedLines lines = lines(journal, ground, mapping);
        List<ExplainedLine> all = new ArrayList<>(lines.of(journal.lines(), false, 0));
        all.addAll(lines.of(ground.draft().memo(), true, all.size()));
        ground.memos()
                .forEach(memo ->
                        all.addAll(lines(journal, memo.ground(), mapping).of(memo.lines(), true, all.size())));
        return all;
    }

    private PlannedLines lines(Journal journal, Ground ground, List<@Nullable Integer> mapping) {
        return new PlannedLines(rules, reading, before, history, journal, ground, mapping);
    }
}
