package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prints orders as V2 does (orders.v2.oas2.yml): money as strings whose scale varies from order to order, dates after
 * RFC 2822 in UTC, and the fields around them that a reader must pass over.
 */
final class OrderJson {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);
    private static final List<String> SHOPPERS =
            List.of("Ada Lind", "Bruno Keller", "Chiara Moretti", "Dario Okafor", "Emi Tanaka", "Farah Nasser");

    private final ShopOrder order;
    private final Figures figures;

    private OrderJson(ShopOrder order) {
        this.order = order;
        this.figures = order.figures();
    }

    static ObjectNode order(ShopOrder order, String storeHash) {
        return new OrderJson(order).order(storeHash);
    }

    static List<JsonNode> products(ShopOrder order) {
        OrderJson json = new OrderJson(order);
        List<JsonNode> products = new ArrayList<>();
        for (int line = 0; line < order.cart().items().size(); line++) {
            products.add(json.product(line));
        }
        return products;
    }

    /** One page spells {@code cost_exc_tax}, the schema {@code cost_ex_tax}: every other fee has the one. */
    static List<JsonNode> fees(ShopOrder order) {
        OrderJson json = new OrderJson(order);
        return order.cart().fees().stream().map(json::fee).toList();
    }

    static String date(@Nullable Instant instant) {
        return instant == null ? "" : RFC_2822.format(instant.atOffset(ZoneOffset.UTC));
    }

    private ObjectNode order(String storeHash) {
        ObjectNode json = Json.object();
        json.put("id", order.id());
        json.put("customer_id", order.id() % 40);
        json.put("date_created", date(order.created()));
        json.put("date_modified", date(order.modified()));
        json.put("date_shipped", date(order.shipped()));
        json.put("status_id", order.status().id());
        json.put("status", order.status().label());
        amounts(json);
        json.put(
                "items_total",
                order.cart().items().stream().mapToInt(Item::quantity).sum());
        json.put("items_shipped", 0);
        payment(json);
        currencies(json);
        surroundings(json);
        json.put("channel_id", order.channel());
        json.put("external_source", order.externalSource());
        json.put("is_deleted", order.archived());
        for (String resource : List.of("products", "shipping_addresses", "coupons")) {
            String path = "/orders/%d/%s".formatted(order.id(), resource.replace("_", ""));
            json.putObject(resource)
                    .put("url", "https://api.bigcommerce.com/stores/%s/v2%s".formatted(storeHash, path))
                    .put("resource", path);
        }
        return json;
    }

    private void amounts(ObjectNode json) {
        put(json, "subtotal", figures.subtotal());
        put(json, "shipping_cost", figures.shipping());
        json.put("shipping_cost_tax_class_id", 2);
        put(json, "handling_cost", figures.handling());
        json.put("handling_cost_tax_class_id", 2);
        put(json, "wrapping_cost", figures.wrapping());
        json.put("wrapping_cost_tax_class_id", 3);
        json.put("base_shipping_cost", money(order.cart().shipping()));
        json.put("base_handling_cost", money(order.cart().handling()));
        json.put("base_wrapping_cost", money(entered(figures.wrapping())));
        json.put("total_ex_tax", money(figures.totalExTax()));
        json.put("total_inc_tax", money(figures.totalIncTax()));
        json.put("total_tax", money(figures.totalTax()));
        json.put("discount_amount", money(figures.discount()));
        json.put("coupon_discount", money(figures.coupon()));
        json.put("refunded_amount", money(BigDecimal.ZERO));
        json.put("store_credit_amount", money(order.cart().storeCredit()));
        json.put("gift_certificate_amount", money(order.cart().giftCertificate()));
        json.put("is_tax_inclusive_pricing", order.inclusive());
    }

    private void payment(ObjectNode json) {
        json.put("payment_method", "Credit Card");
        json.put("payment_provider_id", "");
        json.put("payment_status", order.status() == Status.AWAITING_PAYMENT ? "" : "captured");
        json.putNull("credit_card_type");
    }

    private void currencies(ObjectNode json) {
        String paidIn = order.cart().currency().getCurrencyCode();
        json.put("currency_id", 1);
        json.put("currency_code", order.cart().shownCurrency());
        json.put("currency_exchange_rate", "1.0000000000");
        json.put("default_currency_id", 1);
        json.put("default_currency_code", paidIn);
        json.put("store_default_currency_code", paidIn.equals("JPY") ? "USD" : paidIn);
        json.put(
                "store_default_to_transactional_exchange_rate",
                paidIn.equals("JPY") ? "151.2400000000" : "1.0000000000");
    }

    private void surroundings(ObjectNode json) {
        String shopper = SHOPPERS.get((int) (order.id() % SHOPPERS.size()));
        String[] names = shopper.split(" ", 2);
        json.put("order_is_digital", false);
        json.put("ip_address", "192.0.2." + order.id() % 250);
        json.put("ip_address_v6", "");
        json.put("geoip_country", "");
        json.put("geoip_country_iso2", "");
        json.put("staff_notes", order.staffNotes());
        json.put("customer_message", "");
        json.put("shipping_address_count", 1);
        json.put("ebay_order_id", "0");
        json.put("cart_id", new UUID(order.id(), 4711).toString());
        ObjectNode address = json.putObject("billing_address");
        address.put("first_name", names[0]).put("last_name", names[1]).put("company", "");
        address.put("street_1", order.id() % 90 + " Weaver Lane").put("street_2", "");
        address.put("city", "Millbrook").put("state", "").put("zip", "00" + order.id() % 1000);
        address.put("country", "United States").put("country_iso2", "US").put("phone", "");
        address.put("email", names[0].toLowerCase(Locale.ROOT) + "@example.com");
        address.putArray("form_fields");
        json.put("is_email_opt_in", false);
        json.put("order_source", "www");
        json.putNull("external_id");
        json.putNull("external_merchant_id");
        json.put("tax_provider_id", "BasicTaxProvider");
        json.put("custom_status", order.status().label());
        json.put("customer_locale", "en");
        json.put("external_order_id", "");
    }

    private ObjectNode product(int line) {
        Item item = order.cart().items().get(line);
        Amount unit = Amount.entered(item.price(), order.cart().taxRate(item), order.inclusive());
        ObjectNode json = Json.object();
        json.put("id", item.id());
        json.put("order_id", order.id());
        json.put("product_id", 100 + Math.floorMod(item.sku().hashCode(), 900));
        json.put("variant_id", 0);
        json.put("order_address_id", order.addressId());
        json.put("name", item.name());
        json.put("name_customer", item.name());
        json.put("name_merchant", item.name());
        json.put("sku", item.sku());
        json.put("upc", "");
        json.put("type", item.type().label());
        json.put("base_price", money(item.price()));
        put(json, "price", unit);
        json.put("base_total", money(item.entered()));
        put(json, "total", figures.lines().get(line));
        json.put("discounted_total_inc_tax", money(figures.net(line).incTax()));
        json.put("weight", "0.3000");
        json.put("quantity", item.quantity());
        json.put("base_cost_price", money(item.cost()));
        put(json, "cost_price", new Amount(item.cost(), item.cost()));
        json.put("is_refunded", false);
        json.put("quantity_refunded", 0);
        json.put("refund_amount", money(BigDecimal.ZERO));
        json.put("return_id", 0);
        json.put("wrapping_id", item.wrapping().signum() == 0 ? 0 : 1);
        json.put("wrapping_name", item.wrapping().signum() == 0 ? "" : "Gift box");
        json.put("base_wrapping_cost", money(item.wrapping()));
        put(json, "wrapping_cost", Amount.entered(item.wrapping(), order.cart().taxRate(), order.inclusive()));
        json.put("quantity_shipped", 0);
        json.put("fixed_shipping_cost", money(BigDecimal.ZERO));
        json.putNull("parent_order_product_id");
        json.put("is_bundled_product", false);
        json.put("brand", "");
        json.putArray("applied_discounts");
        json.putArray("product_options");
        json.putArray("configurable_fields");
        if (item.type() == Item.Type.GIFT_CERTIFICATE) {
            json.put("gift_certificate_id", item.id());
        } else {
            json.putNull("gift_certificate_id");
        }
        return json;
    }

    private JsonNode fee(Fee fee) {
        Amount cost = Amount.entered(fee.cost(), order.cart().taxRate(fee), order.inclusive());
        return Json.object()
                .put("id", fee.id())
                .put("type", "custom_fee")
                .put("display_name_customer", fee.name())
                .put("display_name_merchant", fee.name())
                .put("source", "shop")
                .put("base_cost", money(fee.cost()))
                .put(fee.id() % 2 == 0 ? "cost_ex_tax" : "cost_exc_tax", money(cost.exTax()))
                .put("cost_inc_tax", money(cost.incTax()))
                .put("cost_tax", money(cost.tax()))
                .putNull("tax_class_id");
    }

    private void put(ObjectNode json, String name, Amount amount) {
        json.put(name + "_ex_tax", money(amount.exTax()));
        json.put(name + "_inc_tax", money(amount.incTax()));
        json.put(name + "_tax", money(amount.tax()));
    }

    private BigDecimal entered(Amount amount) {
        return order.inclusive() ? amount.incTax() : amount.exTax();
    }

    /** At most four decimals; some orders have all four, some no more than they need, some the currency's. */
    private String money(BigDecimal amount) {
        BigDecimal printed = amount.setScale(4, RoundingMode.HALF_UP);
        BigDecimal shortest = printed.signum() == 0 ? BigDecimal.ZERO : printed.stripTrailingZeros();
        return switch ((int) (order.id() % 3)) {
            case 0 -> printed.toPlainString();
            case 1 -> shortest.setScale(Math.max(shortest.scale(), 0)).toPlainString();
            default ->
                shortest.setScale(Math.max(shortest.scale(), figures.digits())).toPlainString();
        };
    }
}
