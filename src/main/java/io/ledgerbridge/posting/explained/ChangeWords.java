package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.ShopOrderStatus;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a line that corrects or takes back, and of what made it.
 *
 * @param now from what it was planned
 * @param before from what the journal before was planned; null where no reading of it is kept
 */
record ChangeWords(
        Journal journal, PlanSource now, @Nullable PlanSource before, Sentences sentences) {

    /** So many changes are told one by one. */
    private static final int MOST = 4;

    Phrase corrected(JournalLine line, Terms should, Terms held) {
        return Phrase.sentences(
                Phrase.of("corrected", Sentences.lead(line), sum(should), new HeldWords(sentences).of(held)),
                whatChanged());
    }

    Phrase reversed(JournalLine line, Terms held) {
        return Phrase.sentences(Phrase.of("reversed", Sentences.lead(line), new HeldWords(sentences).of(held)), why());
    }

    Phrase cancelled(JournalLine line, Terms should, Terms held) {
        Phrase lead = Sentences.lead(line);
        return Phrase.sentences(
                held.isNone()
                        ? Phrase.of("line", lead, sentences.list(should))
                        : Phrase.of("cancelled", lead, sum(should), new HeldWords(sentences).of(held)),
                why());
    }

    private Phrase sum(Terms should) {
        Phrase sum = sentences.sided(should.sum());
        return should.isNone() ? sum : Phrase.of("sum-of", sum, sentences.list(should));
    }

    /** Which edit made the difference. */
    Phrase whatChanged() {
        if (before == null) {
            return event(Phrase.of("changed.no-reading"));
        }
        List<Phrase> edits = new Edits(before, now, sentences).all();
        if (edits.isEmpty()) {
            return event(Phrase.of("changed.untold"));
        }
        List<Phrase> shown = new ArrayList<>(edits.subList(0, Math.min(edits.size(), MOST)));
        if (edits.size() > MOST) {
            int more = edits.size() - MOST;
            shown.add(more == 1 ? Phrase.of("changed.one-more") : Phrase.of("changed.more", more));
        }
        return event(Phrase.of("changed", shown));
    }

    private Phrase why() {
        Order order = now.reading().order();
        if (ShopOrderStatus.VOID.isMeantBy(order.statusId())) {
            return event(Phrase.of("order.is-cancelled", StatusName.of(order.statusId())));
        }
        if (!order.channel().equals(journal.channel())) {
            return event(Phrase.of("order.is-of-channel", order.channel()));
        }
        if (!order.currencyCode().equals(journal.entry().currency().getCurrencyCode())) {
            return event(Phrase.of("order.is-in-currency", order.currencyCode()));
        }
        return ShopOrderStatus.PENDING.isMeantBy(order.statusId())
                ? event(Phrase.of("order.waits", StatusName.of(order.statusId())))
                : event(Phrase.of("order.is-entered-anew"));
    }

    private Phrase event(Phrase sentence) {
        Long event = journal.draft().event();
        return event == null ? Phrase.of("sentence", sentence) : Phrase.of("sentence.event", sentence, event);
    }
}
