package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What journals hold, each as one figure under its reference. */
public final class HeldTerms {

    private HeldTerms() {}

    /** Minus what each journal holds in its lines of a kind. */
    static Terms less(PostedJournals journals, boolean isMemo, Predicate<JournalLine> which) {
        return Terms.sum(journals.journals().stream()
                .map(journal ->
                        less(journal, isMemo ? journal.memo() : journal.entry().lines(), which)));
    }

    private static Terms less(JournalDraft journal, List<JournalLine> lines, Predicate<JournalLine> which) {
        BigDecimal held = lines.stream()
                .filter(which)
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String reference = journal.entry().reference();
        return Terms.of(Phrase.of("name.held", reference), held.negate(), Phrase.verbatim(reference));
    }

    /** Minus what each journal holds, as a part of what should be held. */
    public static Should lessThose(PostedJournals journals) {
        return () -> {
            Map<Purpose, Reckoning> all = new TreeMap<>();
            Stream.concat(journals.lines(), journals.memo())
                    .map(JournalLine::purpose)
                    .distinct()
                    .forEach(purpose -> all.put(
                            purpose,
                            new Reckoning(
                                    RuleName.RECORDED_REFUND,
                                    less(journals, false, line -> line.purpose().equals(purpose))
                                            .plus(less(
                                                    journals,
                                                    true,
                                                    line -> line.purpose().equals(purpose))))));
            return all;
        };
    }

    /** A refund, each of its amounts as one figure. */
    public static Map<Purpose, Reckoning> ofRefund(long refund, LedgerAmounts amounts) {
        Map<Purpose, Reckoning> all = new TreeMap<>();
        String name = RefundId.name(refund);
        amounts.posted()
                .plus(amounts.memo())
                .byPurpose()
                .forEach((purpose, amount) -> all.put(
                        purpose,
                        new Reckoning(
                                RuleName.CORRECTION,
                                Terms.of(
                                        Phrase.of("name.refund-its", name, PurposeWords.label(purpose)),
                                        amount.amount(),
                                        Phrase.of("said.refund-of", name)))));
        return all;
    }
}
