package io.ledgerbridge.books;

import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal that is to be written into the books.
 *
 * @param refund BigCommerce's id of the refund, for a {@link JournalKind#REFUND}
 * @param channel BigCommerce's channel id
 * @param entry what Sage X3 is to hold
 * @param memo lines that stay in the books alone (cost of goods as {@code memo}); they balance, too
 * @param event id of the event that reports the change, where one does
 * @param originalDate the date that it belongs to, where its own is later because Sage X3's periods are closed
 */
public record JournalDraft(
        JournalKind kind,
        @Nullable Long refund,
        String channel,
        JournalEntry entry,
        List<JournalLine> memo,
        @Nullable Long event,
        @Nullable LocalDate originalDate) {

    public JournalDraft {
        memo = List.copyOf(memo);
    }

    /** One that is dated where it belongs. */
    public JournalDraft(
            JournalKind kind,
            @Nullable Long refund,
            String channel,
            JournalEntry entry,
            List<JournalLine> memo,
            @Nullable Long event) {
        this(kind, refund, channel, entry, memo, event, null);
    }

    /** The same with more in its memo. */
    public JournalDraft withMemo(List<JournalLine> more) {
        List<JournalLine> all = Stream.concat(memo.stream(), more.stream()).toList();
        return new JournalDraft(kind, refund, channel, entry, all, event, originalDate);
    }

    /** The date that it belongs to. */
    public LocalDate plannedDate() {
        return originalDate == null ? entry.accountingDate() : originalDate;
    }

    /** Whether another would make the same journal: then there is no need for it. */
    boolean saysTheSameAs(JournalDraft other) {
        return kind == other.kind
                && channel.equals(other.channel)
                && entry.equals(other.entry)
                && plannedDate().equals(other.plannedDate())
                && memo.equals(other.memo);
    }

    /** As the audit trail tells it: dates, accounts and amounts. */
    Map<String, Object> described() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", kind().label());
        detail.put("channel", channel);
        detail.put("accountingDate", entry().accountingDate().toString());
        detail.put("documentDate", entry().documentDate().toString());
        detail.put("rateDate", entry().rateDate().toString());
        if (originalDate() != null) {
            detail.put("originalDate", originalDate().toString());
        }
        detail.put("currency", entry().currency().getCurrencyCode());
        detail.put(
                "lines",
                entry().lines().stream()
                        .map(line -> line.account() + " " + line.role().label() + " "
                                + line.amount().amount().toPlainString())
                        .toList());
        return detail;
    }
}
