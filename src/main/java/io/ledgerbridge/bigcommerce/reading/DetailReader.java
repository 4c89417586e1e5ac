package io.ledgerbridge.bigcommerce.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.List;

/** Reads what else a channel asks for of an order. Whatever can't be read, or is another order's, throws a fault. */
record DetailReader(ShopJson json, long order) {

    /** @param text BigCommerce's answer; empty where there is nothing (204) */
    DetailParts with(DetailParts parts, ReadPart part, String text) {
        return switch (part) {
            case TRANSACTIONS -> parts.withTransactions(parts.transactions().with(transactions(text)));
            case TAXES -> parts.withTaxes(parts.taxes().with(taxes(text)));
            case ADDRESSES -> parts.withAddresses(parts.addresses().with(addresses(text)));
            case CUSTOMER -> parts.withCustomer(parts.customer().withCustomer(json, text));
            case CUSTOMER_GROUP -> parts.withCustomer(parts.customer().withGroup(json, text));
            case ORDER, PRODUCTS, REFUNDS, NOTHING -> throw new IllegalArgumentException(part + " is no detail");
        };
    }

    private List<Transaction> transactions(String text) {
        String what = "transactions of order " + order;
        if (text.isEmpty()) {
            return List.of();
        }
        List<Transaction> rows = json.data(text, Transaction.class, what);
        check(RequiredFields.TRANSACTION, json.tree(text, what).path("data"), what);
        return rows;
    }

    private List<OrderTax> taxes(String text) {
        String what = "taxes of order " + order;
        if (text.isEmpty()) {
            return List.of();
        }
        List<OrderTax> rows = ShopJson.rows(json.read(text, OrderTax[].class, what), what);
        check(RequiredFields.TAX, json.tree(text, what), what);
        return rows;
    }

    private List<ShippingAddress> addresses(String text) {
        String what = "shipping addresses of order " + order;
        if (text.isEmpty()) {
            return List.of();
        }
        List<ShippingAddress> rows = ShopJson.rows(json.read(text, ShippingAddress[].class, what), what);
        check(RequiredFields.ADDRESS, json.tree(text, what), what);
        return rows;
    }

    private void check(RequiredFields fields, JsonNode rows, String what) {
        fields.checkAll(rows, what);
        for (JsonNode row : rows) {
            if (row.hasNonNull("order_id") && row.path("order_id").asLong() != order) {
                throw ShopJson.unreadable(what + ": one is another order's", null);
            }
        }
    }
}
