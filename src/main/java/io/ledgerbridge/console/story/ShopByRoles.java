package io.ledgerbridge.console.story;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.console.entries.Balance;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.parked.KeptPreview;
import io.ledgerbridge.parked.KeptPreviews;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans what orders should hold from what is kept of BigCommerce, and lays that beside what the ledger holds. */
@Component
class ShopByRoles {

    private static final String NOT_PLANNED = "story.not-planned.";

    private final KeptPreviews previews;

    ShopByRoles(KeptPreviews previews) {
        this.previews = previews;
    }

    /** @param journals the order's */
    ShopByRole of(String store, long order, List<Journal> journals) {
        KeptPreview kept = previews.of(store, order);
        OrderPreview.Preview preview = kept.preview();
        if (preview == null) {
            return ShopByRole.not(Balance.byPurpose(posted(journals), List.of()), NOT_PLANNED + cause(kept.of()));
        }
        Plan plan = preview.plan();
        List<JournalDraft> posted = posted(preview.ledger());
        ParkReason reason = plan.reason();
        if (plan.decision() == Decision.SET_ASIDE || (reason != null && !plan.orderIsPlanned())) {
            String cause = reason == null ? NOT_PLANNED + "set-aside" : "needs-you.cause." + reason.code();
            return ShopByRole.not(Balance.byPurpose(posted, List.of()), cause);
        }
        Stream<JournalDraft> sent = preview.ledger().stream()
                .filter(journal -> journal.state() != JournalState.POSTED)
                .map(Journal::draft);
        List<JournalDraft> toCome =
                Stream.concat(sent, plan.journals().stream()).toList();
        return new ShopByRole(
                Balance.byPurpose(posted, toCome), kept.readAt(), null, reason == null ? null : reason.code());
    }

    private static List<JournalDraft> posted(List<Journal> journals) {
        return journals.stream()
                .filter(journal -> journal.state() == JournalState.POSTED)
                .map(Journal::draft)
                .toList();
    }

    private static String cause(KeptPreview.Source source) {
        return switch (source) {
            case READING, FAILED -> "failed";
            case NONE -> "none";
            case GONE -> "gone";
            case CHANGED -> "changed";
            case NO_STORE -> "store";
        };
    }
}
