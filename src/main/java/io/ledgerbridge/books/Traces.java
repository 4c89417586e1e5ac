package io.ledgerbridge.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.ledger.JournalEntry;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What else Sage X3 has of an order, once it has shown an entry under one of its references that these books never sent
 * and would have sent otherwise. The references of its further adjustments and reversals are looked up until one of them
 * is missing; then the order's plan knows what the books lack.
 */
@Repository
public class Traces {

    /** So many references of a kind are looked up at a time. */
    private static final int AHEAD = 3;

    /** No more of a kind: an order that was edited more often has to be looked at by a person anyhow. */
    private static final int MOST = 30;

    private static final Pattern SUFFIX = Pattern.compile("^(.*?)(?:-([AVRM])([0-9]{1,12}))?$");
    private static final TypeReference<Map<String, BigDecimal>> SUMS = new TypeReference<>() {};

    /** No journal of the books has it. */
    private static final long NOT_OURS = 0;

    private final JdbcClient jdbc;
    private final JournalRows rows;
    private final AuditTrail audit;
    private final ObjectMapper json;

    Traces(JdbcClient jdbc, JournalRows rows, AuditTrail audit, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.json = json;
    }

    /** Sage X3 has another entry under the reference of a journal that was never sent: what else does it have? */
    @Transactional
    public void begin(Fence fence, Journal journal, String folder, Traced found) {
        fence.hold();
        audit.append(
                fence,
                "journal-differs",
                journal.reference(),
                Map.of("x3Number", found.x3Number(), "difference", String.valueOf(found.difference())));
        forget(fence);
        insert(fence, folder, found.reference(), "found", found);
        for (String kind : List.of("A", "V")) {
            ask(fence, folder, journal, kind, lastOf(fence, kind));
        }
    }

    /** The references of an order that are to be looked up, as journals that are in no books. */
    @Transactional(readOnly = true)
    public List<Journal> asked(String store, long order) {
        List<Row> asked = ofOrder(store, order).stream()
                .filter(row -> row.state().equals("asked"))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Journal> journals = rows.ofOrder(store, order);
        Journal like = journals.get(journals.size() - 1);
        return asked.stream().map(row -> under(like, row)).toList();
    }

    /** Whether a journal is none, but a reference that is looked up. */
    public boolean isAsked(Journal journal) {
        return journal.id() == NOT_OURS;
    }

    /** What Sage X3 has under a reference; nothing where it lacks it. */
    @Transactional
    public void saw(Fence fence, Journal asked, @Nullable Traced found) {
        fence.hold();
        delete(asked.folder(), asked.reference());
        insert(fence, asked.folder(), asked.reference(), found == null ? "missing" : "found", found);
        Matcher suffix = suffix(asked.reference());
        int number = Integer.parseInt(suffix.group(3));
        boolean last = ofOrder(fence.store(), fence.order()).stream()
                .map(row -> suffix(row.reference()))
                .noneMatch(other -> suffix.group(2).equals(other.group(2)) && Long.parseLong(other.group(3)) > number);
        if (found != null && last && number < MOST) {
            ask(fence, asked.folder(), asked, suffix.group(2), number);
        }
    }

    /**
     * What Sage X3 has and the books lack; it is known once, since by the next time it may have been mended.
     *
     * @return empty where nothing was looked for
     * @throws Fault as long as there is more to look up
     */
    @Transactional
    public List<Traced> take(Fence fence) {
        List<Row> all = ofOrder(fence.store(), fence.order());
        if (all.isEmpty()) {
            return List.of();
        }
        fence.hold();
        if (all.stream().anyMatch(row -> row.state().equals("asked"))) {
            throw Fault.plannedAnew("looks up what else Sage X3 has of order " + fence.order());
        }
        forget(fence);
        return all.stream().flatMap(row -> Stream.ofNullable(row.traced())).toList();
    }

    private record Row(
            String folder,
            String reference,
            String state,
            @Nullable Traced traced) {}

    private void ask(Fence fence, String folder, Journal journal, String kind, int after) {
        String order = suffix(journal.reference()).group(1);
        for (int number = after + 1; number <= Math.min(after + AHEAD, MOST); number++) {
            String reference = order + "-" + kind + number;
            if (!reference.equals(journal.reference()) && reference.length() <= JournalEntry.LONGEST_REFERENCE) {
                insert(fence, folder, reference, "asked", null);
            }
        }
    }

    /** The highest number of that kind that the books have in Sage X3. */
    private int lastOf(Fence fence, String kind) {
        return rows.ofOrder(fence.store(), fence.order()).stream()
                .filter(journal -> journal.state() == JournalState.POSTED)
                .map(journal -> suffix(journal.reference()))
                .filter(suffix -> kind.equals(suffix.group(2)))
                .mapToInt(suffix -> Integer.parseInt(suffix.group(3)))
                .max()
                .orElse(0);
    }

    private static Matcher suffix(String reference) {
        Matcher suffix = SUFFIX.matcher(reference);
        if (!suffix.matches()) {
            throw new IllegalArgumentException("no reference: " + reference);
        }
        return suffix;
    }

    private static Journal under(Journal like, Row row) {
        JournalEntry entry = like.entry();
        JournalEntry other = new JournalEntry(
                row.reference(),
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                entry.accountingDate(),
                entry.currency(),
                entry.description(),
                entry.lines());
        return new Journal(
                NOT_OURS,
                like.store(),
                row.folder(),
                like.order(),
                1,
                JournalState.PLANNED,
                new JournalDraft(like.kind(), null, like.channel(), other, List.of(), null),
                0,
                null,
                null,
                null,
                null,
                null,
                like.createdAt(),
                null);
    }

    private void insert(Fence fence, String folder, String reference, String state, @Nullable Traced found) {
        jdbc.sql("""
                        INSERT INTO x3_trace (folder, reference, store, order_id, state, x3_number, accounting_date,
                            currency, sums, difference)
                        VALUES (:folder, :reference, :store, :order, :state, :number, :date, :currency, :sums, :difference)
                        ON CONFLICT DO NOTHING""")
                .param("folder", folder)
                .param("reference", reference)
                .param("store", fence.store())
                .param("order", fence.order())
                .param("state", state)
                .param("number", found == null ? null : found.x3Number())
                .param("date", found == null ? null : found.accountingDate())
                .param("currency", found == null ? null : found.currency())
                .param("sums", found == null ? null : write(found.sums()))
                .param("difference", found == null ? null : found.difference())
                .update();
    }

    private void delete(String folder, String reference) {
        jdbc.sql("DELETE FROM x3_trace WHERE folder = :folder AND reference = :reference")
                .param("folder", folder)
                .param("reference", reference)
                .update();
    }

    private void forget(Fence fence) {
        jdbc.sql("DELETE FROM x3_trace WHERE store = :store AND order_id = :order")
                .param("store", fence.store())
                .param("order", fence.order())
                .update();
    }

    private List<Row> ofOrder(String store, long order) {
        return jdbc.sql("SELECT * FROM x3_trace WHERE store = :store AND order_id = :order ORDER BY reference")
                .param("store", store)
                .param("order", order)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String state = row.getString("state");
        Traced found = state.equals("found")
                ? new Traced(
                        row.getString("reference"),
                        row.getString("x3_number"),
                        row.getObject("accounting_date", LocalDate.class),
                        row.getString("currency"),
                        read(row.getString("sums")),
                        row.getString("difference"))
                : null;
        return new Row(row.getString("folder"), row.getString("reference"), state, found);
    }

    private String write(Map<String, BigDecimal> sums) {
        try {
            return json.writeValueAsString(sums);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, BigDecimal> read(String text) throws SQLException {
        try {
            return json.readValue(text, SUMS);
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("a trace's sums can't be read: " + text, unreadable);
        }
    }
}
