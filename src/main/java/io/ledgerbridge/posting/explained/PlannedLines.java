package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.explained.Ground.Step;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a journal that comes out the same when it is planned again. */
final class PlannedLines {

    private final Journal journal;
    private final OrderHistory history;
    private final Ground ground;
    private final BooksAlone books;
    private final List<@Nullable Integer> mapping;
    private final Map<Purpose, Reckoning> should;
    private final AccountSource accounts;
    private final Sentences sentences;
    private final @Nullable Phrase whenRead;
    private final OrderWords orderWords;
    private final ChangeWords changeWords;

    PlannedLines(
            PlanSource source,
            @Nullable PlanSource before,
            OrderHistory history,
            Journal journal,
            Ground ground,
            List<@Nullable Integer> mapping) {
        this.journal = journal;
        this.history = history;
        this.ground = ground;
        this.books = new BooksAlone(source.rules().channels().get(journal.channel()), history.journals(), mapping);
        this.mapping = mapping;
        this.should = ground.should().terms();
        this.accounts =
                new AccountSource(source.rules().channels().get(journal.channel()), journal.draft(), ground.before());
        this.whenRead = source.whenRead();
        this.sentences = new Sentences(journal.entry().currency());
        this.orderWords = new OrderWords(source.reading(), sentences);
        this.changeWords = new ChangeWords(journal, source, before, sentences);
    }

    /**
     * Those that are made for one reason.
     *
     * @param from the place of the first among all lines of the journal
     */
    List<ExplainedLine> of(List<JournalLine> lines, boolean isMemo, int from) {
        List<ExplainedLine> all = new ArrayList<>();
        lines.forEach(line -> all.add(of(line, lines, isMemo, from + all.size())));
        return all;
    }

    private ExplainedLine of(JournalLine line, List<JournalLine> lines, boolean isMemo, int place) {
        Optional<LineTerms> terms = LineTerms.of(line, lines, isMemo, ground, should);
        if (terms.isEmpty()) {
            return books.of(journal, line, isMemo, place, Phrase.of("books.untold"));
        }
        RuleName rule = history.orderSetAside().isPresent() ? RuleName.SET_ASIDE : ground.rule(line, terms.get());
        return new ExplainedLine(
                line,
                Phrase.sentences(words(line, rule, terms.get()), whenRead),
                rule,
                terms.get().all().shortened(line.amount()),
                accounts.of(line, place < mapping.size() ? mapping.get(place) : null));
    }

    private Phrase words(JournalLine line, RuleName rule, LineTerms terms) {
        Reckoning its = new Reckoning(ground.step() == Step.MOVED ? terms.rule() : rule, terms.all());
        Phrase words = switch (ground.step()) {
            case ENTERED -> orderWords.of(line, its.with(terms.rule(), terms.all()));
            case MOVED -> Phrase.sentences(orderWords.of(line, its), Phrase.of("order.moved"));
            case CORRECTED -> changeWords.corrected(line, terms.should(), terms.held());
            case REVERSED -> changeWords.reversed(line, terms.held());
            case CANCELLED -> changeWords.cancelled(line, terms.should(), terms.held());
            case REFUNDED, REFUNDED_AFTERWARDS, REFUNDED_OF_EARLIER ->
                new RefundWords(RefundId.name(refund()), sentences).of(line, its);
        };
        return rule == RuleName.SET_ASIDE ? Phrase.sentences(words, Phrase.of("order.set-aside")) : words;
    }

    private long refund() {
        Long refund = journal.refund();
        return refund == null ? 0 : refund;
    }
}
