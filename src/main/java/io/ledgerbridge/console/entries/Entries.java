package io.ledgerbridge.console.entries;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.readings.ExplainedOrders;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an order's journals, on the sides on which Sage X3 has them, with why each line is what it is. */
@Component
public class Entries {

    private final ExplainedOrders explained;
    private final Rules rules;

    Entries(ExplainedOrders explained, Rules rules) {
        this.explained = explained;
        this.rules = rules;
    }

    /** Those that stand, in the order in which they were written, and behind them those that were withdrawn. */
    public List<Entry> of(String store, long order, List<Journal> journals) {
        NegativeAmounts negative = negativeAmounts(store);
        Stream<Entry> standing = explained.of(store, order).stream()
                .map(one -> entry(one.journal(), one.journal().draft(), one.posted(), one.memo(), negative));
        Stream<Entry> withdrawn = journals.stream()
                .filter(journal -> journal.state() == JournalState.WITHDRAWN)
                .map(journal -> entry(journal, journal.draft(), List.of(), List.of(), negative));
        return Stream.concat(standing, withdrawn).toList();
    }

    /** Journals that are in no books. */
    public List<Entry> planned(String store, List<JournalDraft> drafts) {
        NegativeAmounts negative = negativeAmounts(store);
        return drafts.stream()
                .map(draft -> entry(null, draft, List.of(), List.of(), negative))
                .toList();
    }

    private NegativeAmounts negativeAmounts(String store) {
        return rules.find(store).map(found -> found.journal().negativeAmounts()).orElse(NegativeAmounts.KEEP);
    }

    private static Entry entry(
            @Nullable Journal journal,
            JournalDraft draft,
            List<ExplainedLine> why,
            List<ExplainedLine> whyMemo,
            NegativeAmounts negative) {
        return new Entry(
                journal, draft, lines(draft.entry().lines(), why, negative), lines(draft.memo(), whyMemo, negative));
    }

    private static List<EntryLine> lines(List<JournalLine> lines, List<ExplainedLine> why, NegativeAmounts negative) {
        return IntStream.range(0, lines.size())
                .mapToObj(place -> EntryLine.of(lines.get(place), negative, place < why.size() ? why.get(place) : null))
                .toList();
    }
}
