package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains the journals of one plan, by making it again. */
public final class Explanations {

    private final PlanSource source;
    private final OrderHistory history;
    private final @Nullable PlanSource before;
    private final Map<String, Ground> grounds;

    /**
     * @param source from what it was planned
     * @param history what was known then, with the journals that Sage X3 then had
     * @param before from what the journals before were planned; null where no reading of them is kept
     */
    public Explanations(PlanSource source, OrderHistory history, @Nullable PlanSource before) {
        this.source = source;
        this.history = history;
        this.before = before;
        this.grounds = new JournalPlanner(source.rules()).grounds(source.reading(), history);
    }

    /**
     * Each line of a journal, the memo's after the entry's.
     *
     * @param mapping for each line, the version of the mapping that names its account; null where it isn't known
     */
    public List<ExplainedLine> of(Journal journal, List<@Nullable Integer> mapping) {
        Ground ground = grounds.get(journal.reference());
        if (ground == null || !ground.makes(journal.draft())) {
            return new BooksAlone(source.rules().channels().get(journal.channel()), history.journals(), mapping)
                    .of(journal, Phrase.of("books.otherwise"));
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
        return new PlannedLines(source, before, history, journal, ground, mapping);
    }
}
