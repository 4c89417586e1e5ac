package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An answer of the API; the errors in the two forms that BigCommerce has. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    static Reply json(JsonNode body) {
        return new Reply(200, "application/json", Json.write(body), Map.of());
    }

    /** V2's lists: an array, or 204 for nothing. */
    static Reply list(Collection<? extends JsonNode> elements) {
        return elements.isEmpty() ? nothing() : json(Json.array(elements));
    }

    static Reply nothing() {
        return new Reply(204, "application/json", "", Map.of());
    }

    /** V3's single objects. */
    static Reply data(JsonNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        body.putObject("meta");
        return json(body);
    }

    static Reply errorV2(int status, String message) {
        ObjectNode error = Json.object().put("status", status).put("message", message);
        return new Reply(status, "application/json", Json.write(Json.array(List.of(error))), Map.of());
    }

    static Reply errorV3(int status, String title) {
        return new Reply(status, "application/json", Json.write(problem(status, title)), Map.of());
    }

    /** 422: what is wrong with one field. */
    static Reply unprocessable(String field, String fault) {
        ObjectNode problem = problem(422, "JSON data is missing or invalid");
        problem.putObject("errors").put(field, fault);
        return new Reply(422, "application/json", Json.write(problem), Map.of());
    }

    static Reply error(Request request, int status, String message) {
        return request.isV2() ? errorV2(status, message) : errorV3(status, message);
    }

    static Reply html(int status, String text) {
        return new Reply(status, "text/html", "<html><body><h1>" + text + "</h1></body></html>", Map.of());
    }

    Reply with(Map<String, String> moreHeaders) {
        return new Reply(status, contentType, body, moreHeaders);
    }

    private static ObjectNode problem(int status, String title) {
        return Json.object()
                .put("status", status)
                .put("title", title)
                .put("type", "/api-docs/getting-started/api-status-codes");
    }
}
