package io.ledgerbridge.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote of refunds that they asked to have recorded: why, and what proves it. */
@Repository
class RefundWords {

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    private final JdbcClient jdbc;
    private final JsonColumn<ObjectNode> request;

    RefundWords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.request = new JsonColumn<>(json, new TypeReference<>() {}, "what was asked for");
    }

    private record Recorded(int number, String document, String why) {

        Recorded erased() {
            return new Recorded(number, ErasedText.ofDocument(document), ErasedText.WORDS);
        }
    }

    private record Asked(long id, String request, @Nullable String why) {}

    /** How many recorded refunds lose something. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int eraseRecorded(String store, long order) {
        List<Recorded> changed = jdbc
                .sql("SELECT number, document, why FROM recorded_refund" + ORDER)
                .param("store", store)
                .param("order", order)
                .query((row, index) ->
                        new Recorded(row.getInt("number"), row.getString("document"), row.getString("why")))
                .list()
                .stream()
                .filter(one -> !one.equals(one.erased()))
                .map(Recorded::erased)
                .toList();
        changed.forEach(one -> jdbc.sql(
                        "UPDATE recorded_refund SET document = :document, why = :why" + ORDER + " AND number = :number")
                .param("document", one.document())
                .param("why", one.why())
                .param("store", store)
                .param("order", order)
                .param("number", one.number())
                .update());
        return changed.size();
    }

    /** How many requests lose something, also those that nobody has decided yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int eraseAsked(String store, long order) {
        List<Asked> all = jdbc.sql("SELECT id, request, why FROM approval" + ORDER)
                .param("store", store)
                .param("order", order)
                .query(RefundWords::asked)
                .list();
        return (int) all.stream().filter(this::erase).count();
    }

    private boolean erase(Asked asked) {
        Asked erased = new Asked(asked.id(), erased(asked.request()), asked.why() == null ? null : ErasedText.WORDS);
        if (erased.equals(asked)) {
            return false;
        }
        jdbc.sql("UPDATE approval SET request = :request, why = :why WHERE id = :id")
                .param("request", erased.request())
                .param("why", erased.why())
                .param("id", asked.id())
                .update();
        return true;
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

    private static Asked asked(ResultSet row, int index) throws SQLException {
        return new Asked(row.getLong("id"), Objects.requireNonNull(row.getString("request")), row.getString("why"));
    }
}
