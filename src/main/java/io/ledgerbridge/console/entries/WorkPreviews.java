package io.ledgerbridge.console.entries;

import io.ledgerbridge.api.Previews;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.parked.OrderPreview;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks BigCommerce what an order comes to now, and lays that beside what the ledger holds. */
@Component
public class WorkPreviews {

    private final Previews previews;
    private final Entries entries;
    private final Clock clock;

    WorkPreviews(Previews previews, Entries entries, Clock clock) {
        this.previews = previews;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Of one order.
     *
     * @throws org.springframework.web.server.ResponseStatusException 502 where BigCommerce can't be read
     */
    public WorkPreview of(String store, long order) {
        return of(new OrderPreview.Asked(store, order));
    }

    /** Likewise, of one about which something is supposed. */
    public WorkPreview of(OrderPreview.Asked asked) {
        OrderPreview.Preview preview = previews.planned(asked);
        List<JournalDraft> ledger =
                preview.ledger().stream().map(Journal::draft).toList();
        List<JournalDraft> planned = preview.plan().journals();
        return new WorkPreview(
                clock.instant(),
                preview.plan(),
                entries.planned(asked.store(), planned),
                Balance.byAccount(ledger, planned),
                Balance.byPurpose(ledger, planned),
                preview.unsettled().stream().map(Journal::reference).toList());
    }
}
