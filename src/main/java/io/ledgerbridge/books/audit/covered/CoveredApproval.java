package io.ledgerbridge.books.audit.covered;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What one person asked for and a second one decided, as its row holds it: what its kind doesn't have is empty. */
final class CoveredApproval {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CoveredApproval() {}

    static CoveredDecision of(ResultSet row) throws SQLException {
        JsonNode asked = json(row.getString("request"));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", CoveredDecisions.text(row, "kind"));
        values.put("state", CoveredDecisions.text(row, "state"));
        putRefund(values, asked);
        putReplay(values, asked);
        values.put("askedBy", CoveredDecisions.text(row, "asked_by"));
        values.put("by", CoveredDecisions.text(row, "decided_by"));
        values.put("refusedFor", CoveredDecisions.text(row, "why"));
        return new CoveredDecision(row.getLong("order_id"), CoveredDecision.approval(row.getLong("id")), values);
    }

    private static void putRefund(Map<String, String> values, JsonNode asked) {
        values.put("refund", asked.has("number") ? "M" + asked.path("number").asText() : "");
        values.put("amount", CoveredDecisions.amount(asked.path("amount").asText()));
        values.put("tax", CoveredDecisions.amount(asked.path("tax").asText()));
        values.put("tender", asked.path("tender").asText());
        values.put("date", asked.path("date").asText());
        values.put("document", asked.path("document").asText());
        values.put("why", asked.path("why").asText());
        values.put("after", asked.path("after").asText("0"));
    }

    private static void putReplay(Map<String, String> values, JsonNode asked) {
        JsonNode selected = asked.path("selected");
        values.put("reason", asked.path("reason").asText());
        values.put("sha256", selected.isMissingNode() ? "" : Sha256.of(joined(selected, JsonNode::asText)));
        values.put("orders", asked.path("orders").asText());
        values.put(
                "amounts",
                joined(
                        asked.path("amounts").properties(),
                        one -> one.getKey() + " " + one.getValue().asText()));
        values.put("until", asked.path("until").asText());
    }

    private static <T> String joined(Iterable<T> all, Function<T, String> text) {
        return StreamSupport.stream(all.spliterator(), false).map(text).collect(Collectors.joining(","));
    }

    /** Nothing of a row that was changed so that it can't be read. */
    private static JsonNode json(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException changed) {
            return MissingNode.getInstance();
        }
    }
}
