package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An order served as it was printed: the answers' own JSON. */
record PrintedOrder(ObjectNode order, List<JsonNode> fees, List<JsonNode> products, List<JsonNode> refunds) {

    static PrintedOrder of(String orderJson, String productsJson, String refundsJson) {
        ObjectNode order = (ObjectNode) Json.read(orderJson);
        JsonNode fees = order.remove("fees");
        JsonNode refunds = Json.read(refundsJson);
        return new PrintedOrder(
                order,
                fees == null ? List.of() : elements(fees),
                elements(Json.read(productsJson)),
                elements(refunds.has("data") ? refunds.path("data") : refunds));
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    long id() {
        return order.path("id").asLong();
    }
}
