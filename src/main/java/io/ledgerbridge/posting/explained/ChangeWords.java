package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.ShopOrderStatus;
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

    String corrected(JournalLine line, Terms should, Terms held) {
        return "Correction: %s. It should hold %s%s, and %s; this line is the difference. %s"
                .formatted(
                        Sentences.inner(line),
                        sentences.sided(should.sum()),
                        should.figures().isEmpty() ? "" : " (" + sentences.list(should) + ")",
                        new HeldWords(sentences).of(held),
                        whatChanged())
                .strip();
    }

    String reversed(JournalLine line, Terms held) {
        return "Reversal: %s. It takes back what is there, so that nothing is left: %s. %s"
                .formatted(Sentences.inner(line), new HeldWords(sentences).of(held), why())
                .strip();
    }

    String cancelled(JournalLine line, Terms should, Terms held) {
        if (held.isNone()) {
            return "%s: %s. %s".formatted(Sentences.lead(line), sentences.list(should), why());
        }
        return "Reversal: %s. It should hold %s%s, and %s. %s"
                .formatted(
                        Sentences.inner(line),
                        sentences.sided(should.sum()),
                        should.isNone() ? "" : " (" + sentences.list(should) + ")",
                        new HeldWords(sentences).of(held),
                        why());
    }

    /** Which edit made the difference. */
    String whatChanged() {
        if (before == null) {
            return event("No reading from before is kept to compare with");
        }
        List<String> edits = new Edits(before, now, sentences).all();
        if (edits.isEmpty()) {
            return event("What changed can't be told by the two readings");
        }
        List<String> shown = new ArrayList<>(edits.subList(0, Math.min(edits.size(), MOST)));
        if (edits.size() > MOST) {
            int more = edits.size() - MOST;
            shown.add(more == 1 ? "1 more change" : more + " more changes");
        }
        return event(Sentences.capital(Sentences.and(shown)));
    }

    private String why() {
        Order order = now.reading().order();
        if (ShopOrderStatus.VOID.isMeantBy(order.statusId())) {
            return event("The order is cancelled, status %s".formatted(StatusName.of(order.statusId())));
        }
        if (!order.channel().equals(journal.channel())) {
            return event("The order is of channel %s now".formatted(order.channel()));
        }
        if (!order.currencyCode().equals(journal.entry().currency().getCurrencyCode())) {
            return event("The order is in %s now".formatted(order.currencyCode()));
        }
        return ShopOrderStatus.PENDING.isMeantBy(order.statusId())
                ? event("The order waits for its payment, status %s".formatted(StatusName.of(order.statusId())))
                : event("The order is entered anew by its next journal");
    }

    private String event(String sentence) {
        Long event = journal.draft().event();
        return event == null ? sentence + "." : "%s (event %d).".formatted(sentence, event);
    }
}
