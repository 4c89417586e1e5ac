package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.explained.BooksAlone;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Explanations;
import io.ledgerbridge.posting.explained.PlanSource;
import io.ledgerbridge.posting.explained.words.NotHad;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is of an order, and what its journals that were looked at already came from. */
final class PlansOfOrder {

    private final KeptReadings readings;
    private final Rules today;
    private final RulesOfThen rules;
    private final List<Journal> journals;
    private final List<OrderEvent> happened;
    private @Nullable Journal latest;
    private @Nullable PlanSource before;
    private @Nullable Explanations explanations;

    PlansOfOrder(
            KeptReadings readings, Rules today, RulesOfThen rules, List<Journal> journals, List<OrderEvent> happened) {
        this.readings = readings;
        this.today = today;
        this.rules = rules;
        this.journals = journals;
        this.happened = happened;
    }

    List<ExplainedLine> explained(Journal journal) {
        try {
            return explanations(journal).of(journal, journal.origin().lines());
        } catch (IllegalArgumentException gone) {
            return alone(journal, NotHad.why(gone));
        }
    }

    List<ExplainedLine> alone(Journal journal, Phrase why) {
        return new BooksAlone(channel(journal), journals, journal.origin().lines())
                .of(journal, Phrase.of("books.because", why));
    }

    /** As the journal's version of the mapping has it; as it is set today where it names none. */
    private @Nullable Channel channel(Journal journal) {
        Integer version = journal.origin().mapping();
        return (version == null ? today.find(journal.store()) : rules.find(journal, version))
                .map(its -> its.channels().get(journal.channel()))
                .orElse(null);
    }

    /** Journals of one plan are planned again together. */
    private Explanations explanations(Journal journal) {
        Journal last = latest;
        Explanations same = explanations;
        if (last != null && same != null && last.origin().isOfSamePlan(journal.origin())) {
            return same;
        }
        KeptPlan kept = KeptPlan.of(readings, rules, journal.store(), journal.order(), journal.origin());
        OrderHistory known = kept.with().history(journals, happened);
        PlanSource source = new PlanSource(kept.rules(), kept.reading(), kept.readAt(), known);
        Explanations made = new Explanations(source, known, before);
        this.before = source;
        this.latest = journal;
        this.explanations = made;
        return made;
    }
}
