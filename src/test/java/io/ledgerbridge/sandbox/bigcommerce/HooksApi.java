package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /v3/hooks} (webhooks.v3.yml). */
final class HooksApi {

    private final Hooks hooks;
    private final Token token;

    HooksApi(Hooks hooks, Token token) {
        this.hooks = hooks;
        this.token = token;
    }

    Reply create(Request request) {
        JsonNode body = body(request);
        if (!body.isObject()) {
            return Replies.errorV3(400, "Input is invalid.");
        }
        if (!body.path("scope").asText().startsWith("store/")) {
            return Replies.unprocessable("scope", "error.path.missing.");
        }
        URI destination = destination(body.path("destination").asText());
        if (!hooks.takes(destination)) {
            return Replies.unprocessable("destination", "error.expected.validhttpsurl.");
        }
        if (hooks.full(token, body.path("scope").asText())) {
            return Replies.unprocessable("scope", "At most %d webhooks for one scope.".formatted(Hooks.MOST));
        }
        return Replies.data(json(hooks.create(
                token,
                body.path("scope").asText(),
                destination,
                body.path("is_active").asBoolean(true),
                headers(body.path("headers")))));
    }

    Reply list(Request request) {
        List<JsonNode> found = hooks.of(token).stream()
                .filter(hook -> asked(request, "scope", hook.scope())
                        && asked(request, "destination", hook.destination().toString())
                        && asked(request, "is_active", Boolean.toString(hook.active())))
                .<JsonNode>map(this::json)
                .toList();
        return paged(found, request);
    }

    Reply update(Request request, long id) {
        JsonNode body = body(request);
        URI destination = destination(body.path("destination").asText("https://example.com"));
        if (!hooks.takes(destination)) {
            return Replies.unprocessable("destination", "error.expected.validhttpsurl.");
        }
        return hooks.find(token, id)
                .map(hook -> hook.changed(
                        body.path("scope").asText(hook.scope()),
                        body.has("destination") ? destination : hook.destination(),
                        body.path("is_active").asBoolean(hook.active()),
                        body.has("headers") ? headers(body.path("headers")) : hook.headers(),
                        hooks.now()))
                .map(changed -> {
                    hooks.replace(changed);
                    return Replies.data(json(changed));
                })
                .orElseGet(() -> Replies.errorV3(404, "Webhook with id [%d] not found".formatted(id)));
    }

    /** V3's lists, with their pages in {@code meta}. */
    private static Reply paged(List<JsonNode> all, Request request) {
        int limit = request.number("limit", 50);
        List<JsonNode> page = OrdersApi.page(all, request);
        ObjectNode body = Json.object();
        body.set("data", Json.array(page));
        body.putObject("meta")
                .putObject("pagination")
                .put("total", all.size())
                .put("count", page.size())
                .put("per_page", limit)
                .put("current_page", request.number("page", 1))
                .put("total_pages", (all.size() + limit - 1) / limit)
                .putObject("links")
                .put("current", "?page=%d&limit=%d".formatted(request.number("page", 1), limit));
        return Replies.json(body);
    }

    private ObjectNode json(Hook hook) {
        ObjectNode json = Json.object()
                .put("id", hook.id())
                .put("client_id", hook.clientId())
                .put("store_hash", hooks.storeHash())
                .put("scope", hook.scope())
                .put("destination", hook.destination().toString())
                .put("is_active", hook.active())
                .put("created_at", hook.createdAt())
                .put("updated_at", hook.updatedAt())
                .putNull("headers");
        hook.headers()
                .forEach((name, value) -> json.withObjectProperty("headers").put(name, value));
        return json;
    }

    private static JsonNode body(Request request) {
        try {
            return Json.read(request.body());
        } catch (IllegalArgumentException notJson) {
            return Json.object().path("missing");
        }
    }

    private static URI destination(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException bad) {
            return URI.create("");
        }
    }

    private static Map<String, String> headers(JsonNode json) {
        Map<String, String> headers = new TreeMap<>();
        json.properties()
                .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
        return headers;
    }

    private static boolean asked(Request request, String parameter, String value) {
        return request.parameter(parameter).map(value::equals).orElse(true);
    }
}
