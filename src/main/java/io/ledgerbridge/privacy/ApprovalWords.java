package io.ledgerbridge.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote of refunds that they asked to have recorded, and why they were refused; also before anybody decides. */
record ApprovalWords(JdbcClient jdbc, JsonColumn<ObjectNode> request) {

    static ApprovalWords of(JdbcClient jdbc, ObjectMapper json) {
        return new ApprovalWords(jdbc, new JsonColumn<>(json, new TypeReference<>() {}, "what was asked for"));
    }

    private record Asked(long id, String request, @Nullable String why) {

        static Asked of(ResultSet row, int index) throws SQLException {
            return new Asked(row.getLong("id"), Objects.requireNonNull(row.getString("request")), row.getString("why"));
        }
    }

    /** How many of an order's requests lose something. */
    int erase(String store, long order) {
        return (int) jdbc
                .sql("SELECT id, request, why FROM approval WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .query(Asked::of)
                .list()
                .stream()
                .filter(this::erase)
                .count();
    }

    private boolean erase(Asked asked) {
        Asked erased = new Asked(asked.id(), erased(asked.request()), asked.why() == null ? null : ErasedText.WORDS);
        return !erased.equals(asked)
                && jdbc.sql("UPDATE approval SET request = :request, why = :why WHERE id = :id")
                                .param("request", erased.request())
                                .param("why", erased.why())
                                .param("id", erased.id())
                                .update()
                        > 0;
    }

    private String erased(String text) {
        try {
            ObjectNode all = request.read(text);
            all.put("document", ErasedText.ofDocument(all.path("document").asText()));
            all.put("why", ErasedText.WORDS);
            return request.write(all);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
