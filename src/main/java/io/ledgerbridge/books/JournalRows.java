package io.ledgerbridge.books;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of {@code journal}, with their lines. */
@Repository
class JournalRows {

    private final JdbcClient jdbc;
    private final JournalLineRows lines;

    JournalRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lines = new JournalLineRows(jdbc, json);
    }

    List<Journal> ofOrder(String store, long order) {
        return withLines(jdbc.sql("SELECT * FROM journal WHERE store = :store AND order_id = :order ORDER BY id")
                .param("store", store)
                .param("order", order)
                .query(JournalHeader::of)
                .list());
    }

    Journal byId(long id) {
        return withLines(jdbc.sql("SELECT * FROM journal WHERE id = :id")
                        .param("id", id)
                        .query(JournalHeader::of)
                        .list())
                .get(0);
    }

    /** The ids come first, by an index alone: a page far behind the first passes over many of them. */
    JournalPage page(JournalQuery query) {
        String where = query.where();
        long total = jdbc.sql("SELECT count(*) FROM journal" + where)
                .params(query.parameters())
                .query(Long.class)
                .single();
        List<Long> ids = jdbc.sql("SELECT id FROM journal" + where + query.ordering() + " LIMIT :limit OFFSET :offset")
                .params(query.parameters())
                .param("limit", query.size())
                .param("offset", query.offset())
                .query(Long.class)
                .list();
        return new JournalPage(byIds(ids), query.page(), query.size(), total);
    }

    /** The journals of a query that come after one, or the first; as many as its size says. */
    List<Journal> after(@Nullable JournalCursor last, JournalQuery query) {
        String where = query.where();
        Map<String, Object> values = query.parameters();
        if (last != null) {
            // the first condition is for H2, which finds no place in an index by a comparison of rows
            where += (where.isEmpty() ? " WHERE " : " AND ")
                    + "accounting_date >= :lastDate AND (accounting_date, id) > (:lastDate, :lastId)";
            values.put("lastDate", last.accountingDate());
            values.put("lastId", last.id());
        }
        return withLines(jdbc.sql("SELECT * FROM journal" + where + query.ordering() + " LIMIT :limit")
                .params(values)
                .param("limit", query.size())
                .query(JournalHeader::of)
                .list());
    }

    private List<Journal> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withLines(jdbc.sql("SELECT * FROM journal WHERE id IN (:ids) ORDER BY accounting_date, id")
                        .param("ids", ids)
                        .query(JournalHeader::of)
                        .list());
    }

    int generations(String folder, String reference) {
        return jdbc.sql(
                        "SELECT coalesce(max(generation), 0) FROM journal WHERE folder = :folder AND reference = :reference")
                .param("folder", folder)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    /** The journal that has a reference now: there is one at the most, and withdrawn ones gave theirs back. */
    Optional<Journal> under(String folder, String reference) {
        return withLines(jdbc.sql("""
                        SELECT * FROM journal
                        WHERE folder = :folder AND reference = :reference AND state <> 'withdrawn' ORDER BY id""")
                        .param("folder", folder)
                        .param("reference", reference)
                        .query(JournalHeader::of)
                        .list())
                .stream()
                .findFirst();
    }

    long insert(Fence fence, String folder, int generation, JournalDraft draft, Instant now) {
        JournalEntry entry = draft.entry();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO journal (store, folder, order_id, refund_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, original_date, currency, description, event_id,
                            created_at)
                        VALUES (:store, :folder, :order, :refund, :kind, :channel, :reference, :generation, 'planned',
                            :type, :code, :site, :date, :original, :currency, :description, :event, :now)""")
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
                .param("currency", entry.currency().getCurrencyCode())
                .param("description", entry.description())
                .param("event", draft.event())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        int number = 0;
        for (JournalLine line : entry.lines()) {
            lines.insert(id, ++number, false, line);
        }
        for (JournalLine line : draft.memo()) {
            lines.insert(id, ++number, true, line);
        }
        return id;
    }

    void state(long id, JournalState state) {
        jdbc.sql("UPDATE journal SET state = :state WHERE id = :id")
                .param("state", state.label())
                .param("id", id)
                .update();
    }

    void moved(long id, String folder, int generation) {
        jdbc.sql("UPDATE journal SET folder = :folder, generation = :generation WHERE id = :id")
                .param("folder", folder)
                .param("generation", generation)
                .param("id", id)
                .update();
    }

    void sent(long id, Instant at, long fence, String requestHash) {
        jdbc.sql("""
                        UPDATE journal SET sent_at = :at, sent_under = :fence, request_hash = :hash, attempts = attempts + 1
                        WHERE id = :id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("fence", fence)
                .param("hash", requestHash)
                .param("id", id)
                .update();
    }

    void sentBy(long id, Instant at) {
        jdbc.sql("UPDATE journal SET sent_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void posted(long id, String x3Number, Instant at) {
        jdbc.sql("UPDATE journal SET x3_number = :number, posted_at = :at, detail = NULL WHERE id = :id")
                .param("number", x3Number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void nextDate(long id, @Nullable LocalDate date) {
        jdbc.sql("UPDATE journal SET next_date = :date WHERE id = :id")
                .param("date", date)
                .param("id", id)
                .update();
    }

    void detail(long id, String words) {
        jdbc.sql("UPDATE journal SET detail = :words WHERE id = :id")
                .param("words", words)
                .param("id", id)
                .update();
    }

    private List<Journal> withLines(List<JournalHeader> headers) {
        Map<Long, Currency> currencies = new HashMap<>();
        headers.forEach(header -> currencies.put(header.id(), header.currency()));
        Map<Long, List<JournalLineRows.Row>> read = lines.of(currencies);
        return headers.stream()
                .map(header -> header.with(read.getOrDefault(header.id(), List.of())))
                .toList();
    }
}
