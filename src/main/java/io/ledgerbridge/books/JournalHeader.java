package io.ledgerbridge.books;

import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code journal}, before its lines are read. */
record JournalHeader(
        long id,
        String store,
        String folder,
        long order,
        @Nullable Long refund,
        JournalKind kind,
        String channel,
        String reference,
        int generation,
        JournalState state,
        String entryType,
        String code,
        String site,
        LocalDate date,
        LocalDate documentDate,
        LocalDate rateDate,
        Currency currency,
        String description,
        @Nullable LocalDate originalDate,
        @Nullable LocalDate nextDate,
        @Nullable String requestHash,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Long sentUnder,
        @Nullable String x3Number,
        @Nullable String x3Status,
        @Nullable String detail,
        @Nullable Long event,
        Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable String reading,
        @Nullable Integer mapping,
        @Nullable String plannedWith) {

    static JournalHeader of(ResultSet row, int index) throws SQLException {
        return new JournalHeader(
                row.getLong("id"),
                row.getString("store"),
                row.getString("folder"),
                row.getLong("order_id"),
                row.getObject("refund_id", Long.class),
                JournalKind.ofLabel(row.getString("kind")),
                row.getString("channel"),
                row.getString("reference"),
                row.getInt("generation"),
                JournalState.ofLabel(row.getString("state")),
                row.getString("entry_type"),
                row.getString("journal_code"),
                row.getString("site"),
                row.getObject("accounting_date", LocalDate.class),
                date(row, "document_date", "original_date"),
                date(row, "rate_date", "accounting_date"),
                Currency.getInstance(row.getString("currency")),
                row.getString("description"),
                row.getObject("original_date", LocalDate.class),
                row.getObject("next_date", LocalDate.class),
                row.getString("request_hash"),
                row.getInt("attempts"),
                instant(row.getTimestamp("sent_at")),
                row.getObject("sent_under", Long.class),
                row.getString("x3_number"),
                row.getString("x3_status"),
                row.getString("detail"),
                row.getObject("event_id", Long.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("posted_at")),
                row.getString("reading"),
                row.getObject("mapping", Integer.class),
                row.getString("planned_with"));
    }

    /** The first of these columns that isn't empty: processes of the version before leave some so. */
    private static LocalDate date(ResultSet row, String column, String other) throws SQLException {
        for (String name : List.of(column, other)) {
            LocalDate date = row.getObject(name, LocalDate.class);
            if (date != null) {
                return date;
            }
        }
        return row.getObject("accounting_date", LocalDate.class);
    }

    Journal with(List<JournalLineRows.Row> lines) {
        JournalEntry entry = new JournalEntry(
                reference,
                entryType,
                code,
                site,
                date,
                documentDate,
                rateDate,
                currency,
                description,
                lines(lines, false));
        return new Journal(
                id,
                store,
                folder,
                order,
                generation,
                state,
                new JournalDraft(kind, refund, channel, entry, lines(lines, true), event, originalDate),
                attempts,
                sentAt,
                sentUnder,
                requestHash,
                x3Number,
                detail,
                createdAt,
                postedAt,
                nextDate,
                x3Status,
                new JournalOrigin(
                        reading,
                        mapping,
                        plannedWith,
                        lines.stream().map(JournalLineRows.Row::mapping).toList()));
    }

    private static List<JournalLine> lines(List<JournalLineRows.Row> lines, boolean memo) {
        return lines.stream()
                .filter(line -> line.memo() == memo)
                .map(JournalLineRows.Row::line)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
