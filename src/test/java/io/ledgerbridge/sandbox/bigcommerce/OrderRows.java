package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints what V2 and V3 list of an order by themselves: its transactions (orders.v3.yml; nothing is {@code {}}), its taxes by
 * rate and line, and its one shipping address (orders.v2.oas2.yml).
 */
record OrderRows(OrderJson order) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final String OF_TRANSACTIONS = """
            {"test": false, "fraud_review": false, "reference_transaction_id": {}, "avs_result": {}, "cvv_result": {},
             "credit_card": {}, "gift_certificate": {}, "store_credit": {}, "offline": {}, "custom": {},
             "payment_instrument_token": {}}""";

    private static final String OF_TAXES = """
            {"tax_rate_id": 1, "sales_tax_id": "1", "tax_class_id": 0, "class": "Default Tax Class", "priority": 0,
             "order_pickup_method_id": 0}""";

    private static final String OF_ADDRESSES = """
            {"last_name": "Keller", "company": "", "street_2": "", "city": "Millbrook", "state": "", "phone": "",
             "items_shipped": 0, "shipping_method": "Flat Rate", "cost_tax_class_id": 2, "handling_cost_tax_class_id": 2,
             "shipping_zone_id": 1, "shipping_zone_name": "All", "form_fields": []}""";

    List<JsonNode> transactions() {
        Stream<JsonNode> back = shopOrder().refunds.stream()
                .flatMap(refund -> refund.payments().stream()
                        .map(payment -> transaction(new Transaction(
                                payment.id(),
                                "refund",
                                payment.providerId().equals("custom") ? "custom" : "credit_card",
                                payment.providerId(),
                                "refund|" + payment.id(),
                                payment.amount(),
                                payment.declined() ? "error" : "ok",
                                refund.created()))));
        return Stream.concat(shopOrder().transactions.stream().map(this::transaction), back)
                .toList();
    }

    private JsonNode transaction(Transaction made) {
        ObjectNode json = Json.readObject(OF_TRANSACTIONS);
        json.put("id", made.id()).put("order_id", Long.toString(shopOrder().id()));
        json.put("event", made.event()).put("method", made.method()).put("gateway", made.gateway());
        json.put("amount", OrderJson.number(made.amount()));
        json.put("currency", shopOrder().cart.currency.getCurrencyCode());
        json.put("gateway_transaction_id", made.gatewayId()).put("status", made.status());
        json.put("test", made.gateway().equals("testgateway"));
        json.put("payment_method_id", made.gateway() + ".card");
        return json.put("date_created", date(made.at()));
    }

    private static String date(Instant at) {
        return OrderJson.ISO.format(at.atOffset(ZoneOffset.UTC));
    }

    List<JsonNode> taxes() {
        List<JsonNode> rows = new ArrayList<>();
        Cart cart = shopOrder().cart;
        Figures figures = shopOrder().figures();
        cart.items.forEach(item -> add(rows, "item", cart.taxRate(item), figures.net(item), item));
        add(rows, "shipping", cart.taxRate, figures.service(cart.shipping), null);
        add(rows, "handling", cart.taxRate, figures.service(cart.handling), cart.items.get(0));
        cart.items.forEach(item -> add(rows, "gift-wrapping", cart.taxRate, figures.service(item.wrapping()), null));
        return rows;
    }

    /** A rate of zero has rows in some shops, and none in others. */
    private void add(List<JsonNode> rows, String type, BigDecimal rate, Amount taxed, @Nullable Item item) {
        boolean isTold = rate.signum() != 0 || shopOrder().id() % 2 == 0;
        if (taxed.incTax().signum() == 0 || !isTold) {
            return;
        }
        ObjectNode json = Json.readObject(OF_TAXES);
        json.put("id", shopOrder().id() * 1000 + rows.size())
                .put("order_id", shopOrder().id());
        json.put("order_address_id", shopOrder().addressId()).put("name", "VAT");
        json.put("rate", rate.multiply(HUNDRED).setScale(4).toPlainString());
        order.put(json, "line_amount", taxed.tax());
        order.put(json, "priority_amount", taxed.tax());
        json.put("line_item_type", type);
        rows.add(json.put("order_product_id", item == null ? null : Long.toString(item.id())));
    }

    List<JsonNode> addresses() {
        Cart cart = shopOrder().cart;
        if (cart.items.stream().allMatch(item -> item.type().equals("digital"))) {
            return List.of();
        }
        Figures figures = shopOrder().figures();
        ObjectNode json = OrderJson.country(Json.readObject(OF_ADDRESSES), cart.country);
        json.put("id", shopOrder().addressId()).put("order_id", shopOrder().id());
        json.put("first_name", "Ada").put("street_1", "1 Weaver Lane").put("zip", "00100");
        json.put("items_total", cart.items.stream().mapToInt(Item::quantity).sum());
        order.put(json, "base_cost", cart.shipping);
        order.put(json, "cost", figures.service(cart.shipping));
        order.put(json, "base_handling_cost", cart.handling);
        order.put(json, "handling_cost", figures.service(cart.handling));
        return List.of(json);
    }

    private ShopOrder shopOrder() {
        return order.shopOrder();
    }
}
