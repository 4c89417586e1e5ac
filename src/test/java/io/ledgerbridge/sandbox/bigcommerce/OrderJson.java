package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prints orders as V2 does (orders.v2.oas2.yml): money as strings whose scale varies from order to order, dates after
 * RFC 2822 in UTC, and the fields around them that a reader must pass over. Refunds are as V3 has them (orders.v3.yml):
 * money as JSON numbers, dates after ISO 8601; {@code requested_amount} may be a string as well: every third refund has it
 * so.
 */
record OrderJson(ShopOrder shopOrder, String storeHash) implements Printed {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);
    static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final List<String> SHOPPERS = List.of("Ada", "Bruno", "Chiara", "Dario", "Emi", "Farah");

    /** What is the same in each order. */
    private static final String OF_ORDERS = """
            {"items_shipped": 0, "credit_card_type": null,
             "currency_id": 1, "currency_exchange_rate": "1.0000000000", "default_currency_id": 1,
             "shipping_cost_tax_class_id": 2, "handling_cost_tax_class_id": 2, "wrapping_cost_tax_class_id": 3,
             "order_is_digital": false, "ip_address_v6": "", "geoip_country": "", "geoip_country_iso2": "",
             "customer_message": "", "shipping_address_count": 1, "ebay_order_id": "0", "is_email_opt_in": false,
             "order_source": "www", "external_id": null, "external_merchant_id": null,
             "tax_provider_id": "BasicTaxProvider", "customer_locale": "en", "external_order_id": "",
             "billing_address": {"last_name": "Keller", "company": "", "street_2": "", "city": "Millbrook", "state": "",
              "phone": "", "form_fields": []}}""";

    /** What is the same in each product line. */
    private static final String OF_PRODUCTS = """
            {"variant_id": 0, "upc": "", "weight": "0.3000", "is_refunded": false, "quantity_refunded": 0, "return_id": 0,
             "quantity_shipped": 0, "parent_order_product_id": null, "is_bundled_product": false, "brand": "",
             "product_options": [], "configurable_fields": [], "gift_certificate_id": null}""";

    static String date(@Nullable Instant instant) {
        return instant == null ? "" : RFC_2822.format(instant.atOffset(ZoneOffset.UTC));
    }

    @Override
    public ObjectNode order() {
        long id = shopOrder.id();
        ObjectNode json = Json.readObject(OF_ORDERS);
        json.put("id", id).put("customer_id", id % 40).put("channel_id", shopOrder.channel);
        json.put("date_created", date(shopOrder.created));
        json.put("date_modified", date(shopOrder.modified));
        json.put("date_shipped", date(shopOrder.shipped));
        json.put("status_id", shopOrder.status.id());
        json.put("status", shopOrder.status.label()).put("custom_status", shopOrder.status.label());
        String gateway = shopOrder.cart.gateway;
        json.put("payment_status", shopOrder.paymentStatus);
        json.put("payment_provider_id", gateway.isEmpty() ? null : gateway);
        json.put("payment_method", gateway.isEmpty() ? "Purchase Order" : "Credit Card");
        json.put("external_source", shopOrder.externalSource).put("is_deleted", shopOrder.archived);
        json.put("staff_notes", shopOrder.staffNotes);
        json.put("ip_address", "192.0.2." + id % 250).put("cart_id", new UUID(id, 4711).toString());
        String shopper = SHOPPERS.get((int) (id % SHOPPERS.size()));
        country((ObjectNode) json.path("billing_address"), shopOrder.cart.billingCountry)
                .put("first_name", shopper)
                .put("street_1", id % 90 + " Weaver Lane")
                .put("zip", "00" + id % 1000)
                .put("email", shopper.toLowerCase(Locale.ROOT) + "@example.com");
        amounts(json);
        currencies(json);
        for (String resource : List.of("products", "shipping_addresses", "coupons")) {
            String path = "/orders/%d/%s".formatted(id, resource.replace("_", ""));
            json.putObject(resource)
                    .put("url", "https://api.bigcommerce.com/stores/%s/v2%s".formatted(storeHash, path))
                    .put("resource", path);
        }
        return json;
    }

    static ObjectNode country(ObjectNode address, String code) {
        return address.put("country", new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .put("country_iso2", code);
    }

    private void amounts(ObjectNode json) {
        Cart cart = shopOrder.cart;
        Figures figures = shopOrder.figures();
        put(json, "subtotal", figures.subtotal());
        put(json, "shipping_cost", figures.service(cart.shipping));
        put(json, "handling_cost", figures.service(cart.handling));
        put(json, "wrapping_cost", figures.wrapping());
        put(json, "base_shipping_cost", cart.shipping);
        put(json, "base_handling_cost", cart.handling);
        put(
                json,
                "base_wrapping_cost",
                cart.items.stream().map(Item::wrapping).reduce(BigDecimal.ZERO, BigDecimal::add));
        put(json, "total_ex_tax", figures.totalExTax());
        put(json, "total_inc_tax", figures.totalIncTax());
        put(json, "total_tax", figures.totalTax());
        put(json, "discount_amount", figures.discount());
        put(json, "coupon_discount", figures.coupon());
        put(json, "refunded_amount", BigDecimal.ZERO);
        put(json, "store_credit_amount", cart.storeCredit);
        put(json, "gift_certificate_amount", cart.giftCertificate);
        json.put("is_tax_inclusive_pricing", shopOrder.inclusive);
        json.put("items_total", cart.items.stream().mapToInt(Item::quantity).sum());
    }

    private void currencies(ObjectNode json) {
        String paidIn = shopOrder.cart.currency.getCurrencyCode();
        boolean yen = paidIn.equals("JPY");
        json.put("currency_code", shopOrder.cart.shownCurrency);
        json.put("default_currency_code", paidIn);
        json.put("store_default_currency_code", yen ? "USD" : paidIn);
        json.put("store_default_to_transactional_exchange_rate", yen ? "151.2400000000" : "1.0000000000");
    }

    @Override
    public List<JsonNode> products() {
        return shopOrder.cart.items.stream().map(this::product).toList();
    }

    private JsonNode product(Item item) {
        Figures figures = shopOrder.figures();
        ObjectNode json = Json.readObject(OF_PRODUCTS);
        json.put("id", item.id()).put("order_id", shopOrder.id()).put("order_address_id", shopOrder.addressId());
        json.put("product_id", 100 + Math.floorMod(item.sku().hashCode(), 900));
        json.put("name", item.name()).put("name_customer", item.name()).put("name_merchant", item.name());
        json.put("sku", item.sku()).put("type", item.type()).put("quantity", item.quantity());
        put(json, "base_price", item.price());
        put(json, "price", Amount.entered(item.price(), shopOrder.cart.taxRate(item), shopOrder.inclusive));
        put(json, "base_total", item.entered());
        put(json, "total", figures.line(item));
        put(json, "discounted_total_inc_tax", figures.net(item).incTax());
        put(json, "base_cost_price", item.cost());
        put(json, "cost_price", new Amount(item.cost(), item.cost()));
        put(json, "refund_amount", BigDecimal.ZERO);
        put(json, "fixed_shipping_cost", BigDecimal.ZERO);
        json.put("wrapping_id", item.wrapping().signum());
        json.put("wrapping_name", item.wrapping().signum() == 0 ? "" : "Gift box");
        put(json, "base_wrapping_cost", item.wrapping());
        put(json, "wrapping_cost", figures.service(item.wrapping()));
        ArrayNode discounts = json.putArray("applied_discounts");
        if (figures.ofItsOwn(item).incTax().signum() != 0) {
            ObjectNode discount = discounts.addObject().put("id", "coupon").put("target", "product");
            BigDecimal taken = shopOrder.inclusive
                    ? figures.ofItsOwn(item).incTax()
                    : figures.ofItsOwn(item).exTax();
            discount.put("amount", taken.toPlainString());
        }
        if (!item.discountable()) {
            json.put("gift_certificate_id", item.id());
        }
        return json;
    }

    @Override
    public List<JsonNode> fees() {
        return shopOrder.cart.fees.stream().map(this::fee).toList();
    }

    /** One page spells {@code cost_exc_tax}, the schema {@code cost_ex_tax}: every other fee has the one. */
    private JsonNode fee(Fee fee) {
        Amount cost = shopOrder.figures().fee(fee);
        ObjectNode json =
                Json.object().put("id", fee.id()).put("type", "custom_fee").put("source", "shop");
        json.put("display_name_customer", fee.name()).put("display_name_merchant", fee.name());
        put(json, "base_cost", fee.cost());
        put(json, fee.id() % 2 == 0 ? "cost_ex_tax" : "cost_exc_tax", cost.exTax());
        put(json, "cost_inc_tax", cost.incTax());
        put(json, "cost_tax", cost.tax());
        return json.putNull("tax_class_id");
    }

    @Override
    public List<JsonNode> transactions() {
        return new OrderRows(this).transactions();
    }

    @Override
    public List<JsonNode> taxes() {
        return new OrderRows(this).taxes();
    }

    @Override
    public List<JsonNode> addresses() {
        return new OrderRows(this).addresses();
    }

    void put(ObjectNode json, String name, Amount amount) {
        put(json, name + "_ex_tax", amount.exTax());
        put(json, name + "_inc_tax", amount.incTax());
        put(json, name + "_tax", amount.tax());
    }

    /** At most four decimals; some orders have all four, some no more than they need, some the currency's. */
    void put(ObjectNode json, String name, BigDecimal amount) {
        BigDecimal printed = amount.setScale(4, RoundingMode.HALF_UP);
        BigDecimal shortest = printed.signum() == 0 ? BigDecimal.ZERO : printed.stripTrailingZeros();
        int least = shopOrder.id() % 3 == 1 ? 0 : shopOrder.figures().digits();
        BigDecimal shown = shopOrder.id() % 3 == 0 ? printed : shortest.setScale(Math.max(shortest.scale(), least));
        json.put(name, shown.toPlainString());
    }

    @Override
    public List<JsonNode> refunds() {
        return shopOrder.refunds.stream().map(OrderJson::refund).toList();
    }

    private static JsonNode refund(Refund refund) {
        ObjectNode json = Json.object();
        json.put("id", refund.id()).put("order_id", refund.orderId()).put("user_id", 0);
        json.put("created", ISO.format(refund.created().atOffset(ZoneOffset.UTC)));
        json.put("reason", refund.reason());
        json.put("total_amount", number(refund.totalAmount()));
        json.put("total_tax", number(refund.totalTax()));
        json.put("uses_merchant_override_values", refund.override());
        json.set(
                "items",
                Json.array(
                        refund.items().stream().map(item -> item(item, refund)).toList()));
        json.set(
                "payments",
                Json.array(refund.payments().stream().map(OrderJson::payment).toList()));
        return json;
    }

    private static ObjectNode item(RefundItem item, Refund refund) {
        ObjectNode json = Json.object().put("item_type", item.type()).put("item_id", item.itemId());
        json.put("reason", refund.reason());
        if (item.quantity() != null) {
            json.put("quantity", item.quantity());
        }
        BigDecimal requested = item.requestedAmount();
        if (requested != null && refund.id() % 3 == 0) {
            json.put("requested_amount", requested.toPlainString());
        } else {
            json.put("requested_amount", number(requested));
        }
        if (item.adjustment().signum() != 0) {
            json.putArray("adjustments")
                    .addObject()
                    .put("amount", number(item.adjustment()))
                    .put("description", "Restocking fee");
        }
        return json;
    }

    private static ObjectNode payment(Refund.Payment payment) {
        return Json.object()
                .put("id", payment.id())
                .put("provider_id", payment.providerId())
                .put("amount", number(payment.amount()))
                .put("offline", payment.offline())
                .put("is_declined", payment.declined())
                .put("declined_message", payment.declined() ? "The account is closed." : "");
    }

    /** Without trailing zeros: 50, 20.83. */
    static @Nullable BigDecimal number(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            return amount == null ? null : BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
