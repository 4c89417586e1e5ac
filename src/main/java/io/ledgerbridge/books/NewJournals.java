package io.ledgerbridge.books;

import io.ledgerbridge.books.JournalLineRows.Row;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Adds rows to {@code journal}, each with its lines. */
record NewJournals(JdbcClient jdbc, JournalLineRows lines) {

    /** Writes it as planned: its id. */
    long insert(Fence fence, String folder, int generation, JournalDraft draft, JournalOrigin origin, Instant now) {
        JournalEntry entry = draft.entry();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO journal (store, folder, order_id, refund_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, original_date, document_date, rate_date, currency,
                            description, event_id, reading, mapping, planned_with, created_at)
                        VALUES (:store, :folder, :order, :refund, :kind, :channel, :reference, :generation, 'planned',
                            :type, :code, :site, :date, :original, :document, :rate, :currency,
                            :description, :event, :reading, :mapping, :plannedWith, :now)""")
                .param("store", fence.store())
                .param("folder", folder)
                .param("order", fence.order())
                .param("refund", draft.refund())
                .param("kind", draft.kind().label())
                .param("channel", draft.channel())
                .param("reference", entry.reference())
                .param("generation", generation)
                .param("type", entry.entryType())
                .param("code", entry.journalCode())
                .param("site", entry.site())
                .param("date", entry.accountingDate())
                .param("original", draft.originalDate())
                .param("document", entry.documentDate())
                .param("rate", entry.rateDate())
                .param("currency", entry.currency().getCurrencyCode())
                .param("description", entry.description())
                .param("event", draft.event())
                .param("reading", origin.reading())
                .param("mapping", origin.mapping())
                .param("plannedWith", origin.plannedWith())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        int number = 0;
        for (JournalLine line : entry.lines()) {
            Row row = new Row(id, false, line, origin.ofLine(number));
            lines.insert(++number, row);
        }
        for (JournalLine line : draft.memo()) {
            Row row = new Row(id, true, line, origin.ofLine(number));
            lines.insert(++number, row);
        }
        return id;
    }
}
