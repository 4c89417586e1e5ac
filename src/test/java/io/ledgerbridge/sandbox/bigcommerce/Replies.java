package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Answers of the API; the errors in the two forms that BigCommerce has. */
final class Replies {

    private Replies() {}

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    private static Reply json(int status, JsonNode body) {
        return Reply.of(status, "application/json", Json.write(body));
    }

    /** V2's lists: an array, or 204 for nothing. */
    static Reply list(Collection<? extends JsonNode> elements) {
        return elements.isEmpty() ? new Reply(204, Map.of(), "") : json(Json.array(elements));
    }

    /** V3's single objects. */
    static Reply data(JsonNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        body.putObject("meta");
        return json(body);
    }

    static Reply errorV2(int status, String message) {
        return json(
                status, Json.array(List.of(Json.object().put("status", status).put("message", message))));
    }

    static Reply errorV3(int status, String title) {
        return json(status, problem(status, title));
    }

    /** 422: what is wrong with one field. */
    static Reply unprocessable(String field, String fault) {
        ObjectNode problem = problem(422, "JSON data is missing or invalid");
        problem.putObject("errors").put(field, fault);
        return json(422, problem);
    }

    static Reply error(Request request, int status, String message) {
        return isV2(request) ? errorV2(status, message) : errorV3(status, message);
    }

    static boolean isV2(Request request) {
        return request.path().contains("/v2/");
    }

    private static ObjectNode problem(int status, String title) {
        return Json.object()
                .put("status", status)
                .put("title", title)
                .put("type", "/api-docs/getting-started/api-status-codes");
    }
}
