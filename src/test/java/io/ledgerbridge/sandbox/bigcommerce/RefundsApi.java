package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /v3/orders/.../payment_actions/refunds} (orders.v3.yml): {@code meta} is empty, and holds no pages. */
final class RefundsApi {

    private RefundsApi() {}

    static Reply ofOrder(Store store, Request request, long order) {
        return store.orderJson(order).isEmpty()
                ? Replies.errorV3(404, "Order not found")
                : collection(OrdersApi.page(store.refundsJson(order), request));
    }

    /** {@code /v3/orders/{id}/transactions}: 204 for nothing. */
    static Reply transactions(Store store, Request request, long order) {
        if (store.orderJson(order).isEmpty()) {
            return Replies.errorV3(404, "The resource was not found.");
        }
        List<JsonNode> page = OrdersApi.page(store.transactionsJson(order), request);
        return page.isEmpty() ? Replies.list(page) : collection(page);
    }

    static Reply all(Store store, Request request) {
        List<JsonNode> refunds = store.refundsJson().stream()
                .filter(refund -> among(request, "order_id:in", refund.path("order_id"))
                        && among(request, "id:in", refund.path("id"))
                        && within(request, created(refund)))
                .toList();
        return collection(OrdersApi.page(refunds, request));
    }

    private static Reply collection(List<JsonNode> refunds) {
        ObjectNode body = Json.object();
        body.set("data", Json.array(refunds));
        body.putObject("meta");
        return Replies.json(body);
    }

    private static boolean among(Request request, String parameter, JsonNode id) {
        Optional<String> ids = request.parameter(parameter);
        return ids.isEmpty() || Arrays.asList(ids.get().split(",", -1)).contains(id.asText());
    }

    private static boolean within(Request request, Instant created) {
        Optional<Instant> min = request.parameter("created:min").map(OrdersApi::instant);
        Optional<Instant> max = request.parameter("created:max").map(OrdersApi::instant);
        return !(min.isPresent() && created.isBefore(min.get())) && !(max.isPresent() && created.isAfter(max.get()));
    }

    private static Instant created(JsonNode refund) {
        return OrdersApi.instant(refund.path("created").asText());
    }
}
