package io.ledgerbridge.books;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.faults.Fence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code journal}, with their lines. */
@Repository
public class JournalRows {

    private final JdbcClient jdbc;
    private final JournalLineRows lines;
    private final NewJournals added;

    JournalRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lines = new JournalLineRows(jdbc, json);
        this.added = new NewJournals(jdbc, lines);
    }

    List<Journal> ofOrder(String store, long order) {
        return read(jdbc.sql("SELECT * FROM journal WHERE store = :store AND order_id = :order ORDER BY id")
                .param("store", store)
                .param("order", order));
    }

    Map<Long, List<Journal>> ofOrders(String store, List<Long> orders) {
        return read(jdbc.sql("SELECT * FROM journal WHERE store = :store AND order_id IN (:orders) ORDER BY id")
                        .param("store", store)
                        .param("orders", orders))
                .stream()
                .collect(Collectors.groupingBy(Journal::order));
    }

    Journal byId(long id) {
        return read(jdbc.sql("SELECT * FROM journal WHERE id = :id").param("id", id))
                .get(0);
    }

    /** By accounting date. */
    public List<Journal> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql("SELECT * FROM journal WHERE id IN (:ids) ORDER BY accounting_date, id")
                        .param("ids", ids));
    }

    Optional<String> refusalInDoubt(long id) {
        return jdbc.sql("SELECT refusal_in_doubt FROM journal WHERE id = :id AND refusal_in_doubt IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The journal that has a reference now: there is one at the most, and withdrawn ones gave theirs back. */
    Optional<Journal> under(String folder, String reference) {
        return read(jdbc.sql("""
                        SELECT * FROM journal
                        WHERE folder = :folder AND reference = :reference AND state <> 'withdrawn' ORDER BY id""").param("folder", folder).param("reference", reference)).stream()
                .findFirst();
    }

    long insert(Fence fence, String folder, int generation, JournalDraft draft, JournalOrigin origin, Instant now) {
        return added.insert(fence, folder, generation, draft, origin, now);
    }

    /** The journals of a query of whole rows, each with its lines. */
    public List<Journal> read(JdbcClient.StatementSpec rows) {
        List<JournalHeader> headers = rows.query(JournalHeader::of).list();
        Map<Long, List<JournalLineRows.Row>> read =
                lines.of(headers.stream().collect(Collectors.toMap(JournalHeader::id, JournalHeader::currency)));
        return headers.stream()
                .map(header -> header.with(read.getOrDefault(header.id(), List.of())))
                .toList();
    }

    /** Whether a person has set its order aside, or the refund that it is of. */
    boolean isSetAside(Journal journal) {
        return jdbc.sql("""
                                SELECT count(*) FROM set_aside
                                WHERE store = :store AND order_id = :order AND refund_id IN (0, :refund)""")
                        .param("store", journal.store())
                        .param("order", journal.order())
                        .param("refund", journal.refund() == null ? 0 : journal.refund())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
