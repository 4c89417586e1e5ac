package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the books tell of a journal's lines where no reading does: which journals they take back, and on whose accounts.
 *
 * @param channel as it is set; null where it isn't any more
 * @param before the journals before it
 * @param mapping for each line, the version of the mapping that names its account
 */
public record BooksAlone(@Nullable Channel channel, List<Journal> before, List<@Nullable Integer> mapping) {

    /**
     * Each line, the memo's after the entry's.
     *
     * @param why a sentence: why nothing else tells of it
     */
    public List<ExplainedLine> of(Journal journal, Phrase why) {
        List<ExplainedLine> all = new ArrayList<>();
        journal.lines().forEach(line -> all.add(of(journal, line, false, all.size(), why)));
        journal.memo().forEach(line -> all.add(of(journal, line, true, all.size(), why)));
        return all;
    }

    ExplainedLine of(Journal journal, JournalLine line, boolean isMemo, int place, Phrase why) {
        PostedJournals there = here(journal);
        LineTerms taken = LineTerms.onItsAccount(RuleName.BOOKS_ALONE, line, isMemo, there);
        boolean takesBack = !taken.held().isNone() && taken.isOf(line.amount());
        Terms terms = takesBack
                ? taken.held()
                : Terms.of(
                        Phrase.of("name.line", place + 1, journal.reference()),
                        line.amount().amount(),
                        Phrase.of("books.line"));
        Sentences sentences = new Sentences(line.amount().currency());
        Phrase what = takesBack ? Phrase.of("books.takes-back", sentences.list(terms.negated())) : null;
        Phrase account = new AccountSource(channel, journal.draft(), there)
                .of(line, place < mapping.size() ? mapping.get(place) : null);
        return new ExplainedLine(
                line,
                Phrase.sentences(Phrase.of("books.lead", Sentences.lead(line)), why, what),
                RuleName.BOOKS_ALONE,
                terms,
                account);
    }

    private PostedJournals here(Journal journal) {
        return new PostedJournals(before.stream()
                .filter(other -> other.channel().equals(journal.channel())
                        && other.entry().currency().equals(journal.entry().currency())
                        && other.id() < journal.id())
                .map(Journal::draft)
                .toList());
    }
}
