package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.posting.Plan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A preview as answers show it.
 *
 * @param decision post, hold, ignore or park
 * @param reason a code, where the order would park
 * @param detail why
 * @param remedy what a person can do, where the order would park
 * @param flags what a person should know of it all the same
 * @param unsettled journals that Sage X3 would be asked about first, where there are any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewView(
        List<JournalView> journals,
        String decision,
        @Nullable String reason,
        String detail,
        @Nullable String remedy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FlagView> flags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unsettled> unsettled) {

    /** A journal whose fate is not known. */
    public record Unsettled(String reference, String state) {

        static Unsettled of(Journal journal) {
            return new Unsettled(journal.reference(), journal.state().label());
        }
    }

    static PreviewView of(String store, long order, OrderPreview.Preview preview) {
        Plan plan = preview.plan();
        ParkReason reason = plan.reason();
        return new PreviewView(
                plan.journals().stream()
                        .map(draft -> JournalView.planned(store, order, draft))
                        .toList(),
                plan.decision().name().toLowerCase(Locale.ROOT),
                reason == null ? null : reason.code(),
                plan.why(),
                reason == null ? null : reason.remedy(),
                plan.flags().stream().map(FlagView::of).toList(),
                preview.unsettled().stream().map(Unsettled::of).toList());
    }
}
