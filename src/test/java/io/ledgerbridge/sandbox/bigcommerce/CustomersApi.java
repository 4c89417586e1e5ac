package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.List;

/** {@code /v3/customers} and {@code /v2/customer_groups}: customers 10 to 19 are wholesale, the others are in no group. */
final class CustomersApi {

    private static final long WHOLESALE = 3;

    private CustomersApi() {}

    static Reply list(Request request) {
        long id = request.number("id:in", 0);
        ObjectNode customer = Json.object().put("id", id).put("email", "customer" + id + "@example.com");
        customer.put("customer_group_id", id / 10 == 1 ? WHOLESALE : 0);
        ObjectNode body = Json.object();
        body.set("data", Json.array(List.of(customer)));
        body.putObject("meta");
        return Replies.json(body);
    }

    static Reply group(long id) {
        return id == WHOLESALE
                ? Replies.json(Json.object().put("id", id).put("name", "Wholesale"))
                : Replies.errorV2(404, "The requested resource was not found.");
    }
}
