package io.ledgerbridge.books;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.faults.Fence;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code x3_trace}. */
@Repository
class UnbookedEntryRows {

    private final JdbcClient jdbc;
    private final JsonColumn<Map<String, BigDecimal>> sums;

    UnbookedEntryRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.sums = new JsonColumn<>(json, new TypeReference<>() {}, "a trace's sums");
    }

    record Row(
            String folder,
            String reference,
            String state,
            @Nullable UnbookedEntry traced) {}

    void insert(Fence fence, String folder, String reference, String state, @Nullable UnbookedEntry found) {
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
                .param("sums", found == null ? null : sums.write(found.sums()))
                .param("difference", found == null ? null : found.difference())
                .update();
    }

    void delete(String folder, String reference) {
        jdbc.sql("DELETE FROM x3_trace WHERE folder = :folder AND reference = :reference")
                .param("folder", folder)
                .param("reference", reference)
                .update();
    }

    void forget(Fence fence) {
        jdbc.sql("DELETE FROM x3_trace WHERE store = :store AND order_id = :order")
                .param("store", fence.store())
                .param("order", fence.order())
                .update();
    }

    List<Row> ofOrder(String store, long order) {
        return jdbc.sql("SELECT * FROM x3_trace WHERE store = :store AND order_id = :order ORDER BY reference")
                .param("store", store)
                .param("order", order)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String state = row.getString("state");
        UnbookedEntry found = state.equals("found")
                ? new UnbookedEntry(
                        row.getString("reference"),
                        row.getString("x3_number"),
                        row.getObject("accounting_date", LocalDate.class),
                        row.getString("currency"),
                        sums.read(row.getString("sums")),
                        row.getString("difference"))
                : null;
        return new Row(row.getString("folder"), row.getString("reference"), state, found);
    }
}
