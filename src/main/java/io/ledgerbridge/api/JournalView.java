package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.RefundId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal as answers show it.
 *
 * @param documentDate the day that it belongs to
 * @param rateDate the day whose exchange rate it takes
 * @param originalDate the date that it belongs to, where its own is later because periods are closed
 * @param x3Status {@code temporary} or {@code final}; null where it isn't known
 * @param createdAt absent on a journal that is not in the books
 * @param reading SHA-256 of the reading that it was planned from; null where that isn't known
 * @param mapping the version of its channel's mapping, likewise
 * @param memo lines that are kept in the books and not posted, where there are any
 */
public record JournalView(
        String reference,
        String kind,
        String store,
        long order,
        @Nullable Long refund,
        String channel,
        LocalDate accountingDate,
        LocalDate documentDate,
        LocalDate rateDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate originalDate,
        String currency,
        String state,
        @Nullable String x3Number,
        @Nullable String x3Status,
        int attempts,
        @Nullable Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable Long event,
        @Nullable String reading,
        @Nullable Integer mapping,
        List<JournalLineView> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JournalLineView> memo) {

    static JournalView of(Journal journal) {
        return of(
                journal.store(),
                journal.order(),
                journal.draft(),
                journal.state(),
                journal.x3Number(),
                journal.x3Status(),
                journal.attempts(),
                journal.createdAt(),
                journal.postedAt(),
                journal.origin());
    }

    /** One that is not in the books. */
    static JournalView planned(String store, long order, JournalDraft draft) {
        return of(store, order, draft, JournalState.PLANNED, null, null, 0, null, null, JournalOrigin.UNKNOWN);
    }

    /** BigCommerce's id; none of one that was recorded here. */
    static @Nullable Long refund(JournalDraft draft) {
        Long refund = draft.refund();
        return refund == null || RefundId.isRecorded(refund) ? null : refund;
    }

    private static JournalView of(
            String store,
            long order,
            JournalDraft draft,
            JournalState state,
            @Nullable String x3Number,
            @Nullable String x3Status,
            int attempts,
            @Nullable Instant createdAt,
            @Nullable Instant postedAt,
            JournalOrigin origin) {
        JournalEntry entry = draft.entry();
        return new JournalView(
                entry.reference(),
                draft.kind().label(),
                store,
                order,
                refund(draft),
                draft.channel(),
                entry.accountingDate(),
                entry.documentDate(),
                entry.rateDate(),
                draft.originalDate(),
                entry.currency().getCurrencyCode(),
                state.label(),
                x3Number,
                x3Status,
                attempts,
                createdAt,
                postedAt,
                draft.event(),
                origin.reading(),
                origin.mapping(),
                JournalLineView.all(entry.lines(), origin, 0),
                JournalLineView.all(draft.memo(), origin, entry.lines().size()));
    }
}
