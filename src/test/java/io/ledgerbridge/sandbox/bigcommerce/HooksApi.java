package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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
            return Reply.errorV3(400, "Input is invalid.");
        }
        if (!body.path("scope").asText().startsWith("store/")) {
            return Reply.unprocessable("scope", "error.path.missing.");
        }
        URI destination = destination(body.path("destination").asText());
        if (!hooks.takes(destination)) {
            return Reply.unprocessable("destination", "error.expected.validhttpsurl.");
        }
        if (hooks.full(token, body.path("scope").asText())) {
            return Reply.unprocessable("scope", "At most %d webhooks for one scope.".formatted(Hooks.MOST));
        }
        return Reply.data(json(hooks.create(
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
        return ChannelsApi.paged(found, request);
    }

    Reply get(long id) {
        return found(id, hook -> Reply.data(json(hook)));
    }

    Reply update(Request request, long id) {
        JsonNode body = body(request);
        URI destination = destination(body.path("destination").asText("https://example.com"));
        if (!hooks.takes(destination)) {
            return Reply.unprocessable("destination", "error.expected.validhttpsurl.");
        }
        return found(id, hook -> {
            Hook changed = hook.changed(
                    body.path("scope").asText(hook.scope()),
                    body.has("destination") ? destination : hook.destination(),
                    body.path("is_active").asBoolean(hook.active()),
                    body.has("headers") ? headers(body.path("headers")) : hook.headers(),
                    hooks.now());
            hooks.replace(changed);
            return Reply.data(json(changed));
        });
    }

    Reply delete(long id) {
        return found(id, hook -> {
            hooks.remove(hook);
            return Reply.data(json(hook));
        });
    }

    Reply admin() {
        ObjectNode data = Json.object();
        data.set(
                "hooks_list",
                Json.array(hooks.of(token).stream()
                        .map(hook -> json(hook).put("status", hook.status()))
                        .toList()));
        data.putArray("emails");
        List<ObjectNode> blocked = new ArrayList<>();
        for (String destination : hooks.blocked()) {
            ObjectNode domain = Json.object().put("destination", destination).put("time_left", 180);
            domain.putArray("reasons")
                    .addObject()
                    .put("count", 20)
                    .put("failure_description", "Non-200 response")
                    .put("timestamp", hooks.now());
            blocked.add(domain);
        }
        data.set("blocked_domains", Json.array(blocked));
        return Reply.data(data);
    }

    private Reply found(long id, Function<Hook, Reply> reply) {
        return hooks.find(token, id)
                .map(reply)
                .orElseGet(() -> Reply.errorV3(404, "Webhook with id [%d] not found".formatted(id)));
    }

    private ObjectNode json(Hook hook) {
        ObjectNode json = Json.object();
        json.put("id", hook.id());
        json.put("client_id", hook.clientId());
        json.put("store_hash", hooks.storeHash());
        json.put("scope", hook.scope());
        json.put("destination", hook.destination().toString());
        json.put("is_active", hook.active());
        json.put("created_at", hook.createdAt());
        json.put("updated_at", hook.updatedAt());
        if (hook.headers().isEmpty()) {
            json.putNull("headers");
        } else {
            ObjectNode headers = json.putObject("headers");
            hook.headers().forEach(headers::put);
        }
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
