package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import java.util.List;

/** An order as the API prints it. */
interface Printed {

    /** As {@code /v2/orders/{id}} has it, without fees. */
    ObjectNode order();

    /** What {@code include=fees} adds; empty where there are none. */
    List<JsonNode> fees();

    List<JsonNode> products();

    List<JsonNode> refunds();

    default List<JsonNode> transactions() {
        return List.of();
    }

    default List<JsonNode> taxes() {
        return List.of();
    }

    default List<JsonNode> addresses() {
        return List.of();
    }

    /** One that was printed elsewhere, in the answers' own JSON. */
    record Elsewhere(ObjectNode order, List<JsonNode> fees, List<JsonNode> products, List<JsonNode> refunds)
            implements Printed {

        static Elsewhere of(String orderJson, String productsJson, String refundsJson) {
            ObjectNode order = Json.readObject(orderJson);
            JsonNode fees = order.path("fees");
            order.remove("fees");
            JsonNode refunds = Json.read(refundsJson);
            return new Elsewhere(
                    order,
                    Json.elements(fees),
                    Json.elements(Json.read(productsJson)),
                    Json.elements(refunds.has("data") ? refunds.path("data") : refunds));
        }
    }
}
