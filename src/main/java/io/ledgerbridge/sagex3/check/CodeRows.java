package io.ledgerbridge.sagex3.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of an answer.
 *
 * @param more whether Sage X3 has further ones
 */
record CodeRows(JsonNode rows, boolean more) {

    /** None where the answer is of another form. */
    static Optional<CodeRows> of(CodePlace place, JsonNode reply) {
        JsonNode query =
                reply.path("data").path(place.packageName()).path(place.name()).path("query");
        CodeRows rows = reply.has("$resources")
                ? new CodeRows(reply.path("$resources"), reply.path("$links").has("$next"))
                : new CodeRows(
                        query.path("edges"),
                        query.path("pageInfo").path("hasNextPage").asBoolean());
        return Optional.of(rows).filter(some -> some.rows().isArray());
    }

    /** What stands in one field of each; of a reference its id. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode row : rows) {
            JsonNode value = row.path("node").isObject() ? row.path("node").path(field) : row.path(field);
            texts.add(value.isObject() ? value.path("_id").asText() : value.asText());
        }
        return texts;
    }
}
