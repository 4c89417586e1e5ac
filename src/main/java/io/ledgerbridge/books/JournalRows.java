package io.ledgerbridge.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The rows of {@code journal} and {@code journal_line}. */
@Repository
class JournalRows {

    private static final TypeReference<Map<String, String>> DIMENSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JournalRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Journal> ofOrder(String store, long order) {
        return withLines(jdbc.sql("SELECT * FROM journal WHERE store = :store AND order_id = :order ORDER BY id")
                .param("store", store)
                .param("order", order)
                .query(JournalRows::header)
                .list());
    }

    Journal byId(long id) {
        return withLines(jdbc.sql("SELECT * FROM journal WHERE id = :id")
                        .param("id", id)
                        .query(JournalRows::header)
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
                .query(JournalRows::header)
                .list());
    }

    private List<Journal> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withLines(jdbc.sql("SELECT * FROM journal WHERE id IN (:ids) ORDER BY accounting_date, id")
                        .param("ids", ids)
                        .query(JournalRows::header)
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
                        .query(JournalRows::header)
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
            insertLine(id, ++number, false, line);
        }
        for (JournalLine line : draft.memo()) {
            insertLine(id, ++number, true, line);
        }
        return id;
    }

    private void insertLine(long journal, int number, boolean memo, JournalLine line) {
        jdbc.sql("""
                        INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description,
                            business_partner, dimensions)
                        VALUES (:journal, :number, :memo, :account, :role, :amount, :description, :partner, :dimensions)""")
                .param("journal", journal)
                .param("number", number)
                .param("memo", memo)
                .param("account", line.account())
                .param("role", line.role().label())
                .param("amount", line.amount().amount())
                .param("description", line.description())
                .param("partner", line.businessPartner())
                .param("dimensions", write(line.dimensions()))
                .update();
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

    private List<Journal> withLines(List<Header> headers) {
        Map<Long, Currency> currencies = new HashMap<>();
        headers.forEach(header -> currencies.put(header.id(), header.currency()));
        Map<Long, List<Line>> lines = lines(currencies);
        return headers.stream()
                .map(header -> header.with(lines.getOrDefault(header.id(), List.of())))
                .toList();
    }

    /** @param journals each with its currency */
    private Map<Long, List<Line>> lines(Map<Long, Currency> journals) {
        Map<Long, List<Line>> byJournal = new HashMap<>();
        List<Long> ids = List.copyOf(journals.keySet());
        for (int from = 0; from < ids.size(); from += 100) {
            jdbc.sql("SELECT * FROM journal_line WHERE journal_id IN (:ids) ORDER BY journal_id, line_number")
                    .param("ids", ids.subList(from, Math.min(from + 100, ids.size())))
                    .query((row, index) -> line(row, journals))
                    .list()
                    .forEach(line -> byJournal
                            .computeIfAbsent(line.journal(), id -> new ArrayList<>())
                            .add(line));
        }
        return byJournal;
    }

    private Line line(ResultSet row, Map<Long, Currency> journals) throws SQLException {
        long journal = row.getLong("journal_id");
        return new Line(
                journal,
                row.getBoolean("memo"),
                new JournalLine(
                        row.getString("account"),
                        Role.ofLabel(row.getString("role")),
                        Money.exactly(row.getBigDecimal("amount"), Objects.requireNonNull(journals.get(journal))),
                        row.getString("description"),
                        row.getString("business_partner"),
                        readDimensions(row.getString("dimensions"))));
    }

    private static Header header(ResultSet row, int index) throws SQLException {
        return new Header(
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
                Currency.getInstance(row.getString("currency")),
                row.getString("description"),
                row.getObject("original_date", LocalDate.class),
                row.getObject("next_date", LocalDate.class),
                row.getString("request_hash"),
                row.getInt("attempts"),
                instant(row.getTimestamp("sent_at")),
                row.getObject("sent_under", Long.class),
                row.getString("x3_number"),
                row.getString("detail"),
                row.getObject("event_id", Long.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("posted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private String write(Map<String, String> dimensions) {
        try {
            return json.writeValueAsString(dimensions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> readDimensions(String text) throws SQLException {
        try {
            return json.readValue(text, DIMENSIONS);
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("a journal line's dimensions can't be read: " + text, unreadable);
        }
    }

    private record Line(long journal, boolean memo, JournalLine line) {}

    private record Header(
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
            Currency currency,
            String description,
            @Nullable LocalDate originalDate,
            @Nullable LocalDate nextDate,
            @Nullable String requestHash,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable Long sentUnder,
            @Nullable String x3Number,
            @Nullable String detail,
            @Nullable Long event,
            Instant createdAt,
            @Nullable Instant postedAt) {

        Journal with(List<Line> lines) {
            JournalEntry entry =
                    new JournalEntry(reference, entryType, code, site, date, currency, description, of(lines, false));
            return new Journal(
                    id,
                    store,
                    folder,
                    order,
                    generation,
                    state,
                    new JournalDraft(kind, refund, channel, entry, of(lines, true), event, originalDate),
                    attempts,
                    sentAt,
                    sentUnder,
                    requestHash,
                    x3Number,
                    detail,
                    createdAt,
                    postedAt,
                    nextDate);
        }

        private static List<JournalLine> of(List<Line> lines, boolean memo) {
            return lines.stream()
                    .filter(line -> line.memo() == memo)
                    .map(Line::line)
                    .toList();
        }
    }
}
