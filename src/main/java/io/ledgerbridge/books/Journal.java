package io.ledgerbridge.books;

import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal as the books hold it.
 *
 * @param folder the X3 folder it belongs to: its URL and endpoint
 * @param generation 1 for the first use of its reference, one more after each withdrawal, in its folder
 * @param attempts how often a create was sent
 * @param sentAt when the last create was about to be sent; of one that is unknown, when no reply could tell any more
 * @param sentUnder the fencing number of the claim under which it was sent
 * @param x3Number X3's number of the entry (NUM), once posted
 * @param detail what X3 last said of it
 * @param nextDate the date to try next, where X3 refused its date
 * @param x3Status {@code temporary} or {@code final}, as X3's entry was last read; null where it wasn't
 * @param origin what it was planned from
 */
public record Journal(
        long id,
        String store,
        String folder,
        long order,
        int generation,
        JournalState state,
        JournalDraft draft,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Long sentUnder,
        @Nullable String requestHash,
        @Nullable String x3Number,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable LocalDate nextDate,
        @Nullable String x3Status,
        JournalOrigin origin) {

    /** One that counts as posted and that the books don't hold. */
    public static Journal counted(long id, String store, long order, JournalDraft draft, @Nullable String x3Number) {
        return new Journal(
                id,
                store,
                "",
                order,
                1,
                JournalState.POSTED,
                draft,
                0,
                null,
                null,
                null,
                x3Number,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                JournalOrigin.UNKNOWN);
    }

    public JournalKind kind() {
        return draft.kind();
    }

    public @Nullable Long refund() {
        return draft.refund();
    }

    public String channel() {
        return draft.channel();
    }

    public JournalEntry entry() {
        return draft.entry();
    }

    public String reference() {
        return draft.entry().reference();
    }

    /** Its lines in Sage X3. */
    public List<JournalLine> lines() {
        return draft.entry().lines();
    }

    public List<JournalLine> memo() {
        return draft.memo();
    }
}
