package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v3/channels} (channels.v3.yml). */
final class ChannelsApi {

    private ChannelsApi() {}

    static Reply list(Store store, Request request) {
        List<JsonNode> channels = store.channels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(channel -> channel(channel.getKey(), channel.getValue()))
                .toList();
        return paged(channels, request);
    }

    static Reply get(Store store, long id) {
        return Optional.ofNullable(store.channels().get(id))
                .map(name -> Reply.data(channel(id, name)))
                .orElseGet(() -> Reply.errorV3(404, "Channel with id %d not found".formatted(id)));
    }

    /** V3's lists, with their pages in {@code meta}. */
    static Reply paged(List<JsonNode> all, Request request) {
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
        return Reply.json(body);
    }

    private static JsonNode channel(long id, String name) {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("type", "storefront")
                .put("platform", "bigcommerce")
                .put("status", "active")
                .put("external_id", "")
                .put("icon_url", "")
                .put("is_listable_from_ui", true)
                .put("is_visible", true)
                .put("date_created", "2024-02-01T09:00:00Z")
                .put("date_modified", "2024-02-01T09:00:00Z");
    }
}
