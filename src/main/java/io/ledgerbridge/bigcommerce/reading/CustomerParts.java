package io.ledgerbridge.bigcommerce.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.ShopJson;
import org.jspecify.annotations.Nullable;

/**
 * What was read so far of the group of an order's customer. Nothing else of the customer is kept.
 *
 * @param customer BigCommerce's id; 0 of a guest
 * @param group id of the group; 0 of a customer without one, null as long as it isn't read
 * @param name of the group; null as long as it isn't read
 */
public record CustomerParts(
        boolean wanted,
        long customer,
        @Nullable Long group,
        @Nullable String name) {

    static CustomerParts of(Order order, boolean wanted) {
        return new CustomerParts(wanted && order.customerId() > 0, order.customerId(), null, null);
    }

    boolean lacksGroup() {
        return wanted && group == null;
    }

    boolean lacksName() {
        return wanted && group != null && group > 0 && name == null;
    }

    /**
     * With BigCommerce's answer to {@code GET /v3/customers?id:in=}; a customer who is deleted has no group.
     *
     * @throws io.ledgerbridge.faults.Fault where it is none
     */
    CustomerParts withCustomer(ShopJson json, String text) {
        String what = "customer " + customer;
        JsonNode rows = json.tree(text, what).path("data");
        if (!rows.isArray()) {
            throw ShopJson.unreadable(what + ": there is no data", null);
        }
        long read = 0;
        for (JsonNode row : rows) {
            read = row.path("id").asLong() == customer
                    ? row.path("customer_group_id").asLong()
                    : read;
        }
        return new CustomerParts(wanted, customer, read, name);
    }

    /**
     * With BigCommerce's answer to {@code GET /v2/customer_groups/}.
     *
     * @throws io.ledgerbridge.faults.Fault where it is none
     */
    CustomerParts withGroup(ShopJson json, String text) {
        String what = "customer group " + group;
        String read = json.tree(text, what).path("name").asText("");
        if (read.isBlank()) {
            throw ShopJson.unreadable(what + ": it has no name", null);
        }
        return new CustomerParts(wanted, customer, group, read.strip());
    }
}
