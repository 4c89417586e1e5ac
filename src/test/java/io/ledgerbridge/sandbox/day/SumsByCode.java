package io.ledgerbridge.sandbox.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Splits an order's sums by tax code, straight from BigCommerce's JSON: products by the rate on each, charges by theirs,
 * discounts by what was taken off each product, a refund's tax by what was given back at each rate.
 */
record SumsByCode(ShopOrderSums order, ShopPayments payments) {

    private static final Set<String> CHARGES = Set.of("shipping", "handling", "wrapping");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Of the order itself. */
    Map<String, BigDecimal> ordered(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        Map<String, BigDecimal> discounts = new TreeMap<>();
        for (JsonNode product : order.products(false)) {
            revenue.merge(code(product), ShopOrderSums.field(product, "total_ex_tax"), BigDecimal::add);
            discounts.merge(code(product), discount(product), BigDecimal::add);
        }
        return split(sums, revenue, discounts, taxed());
    }

    /** Of one refund that leaves something of the order. */
    Map<String, BigDecimal> refunded(JsonNode refund, Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        Map<String, BigDecimal> discounts = new TreeMap<>();
        for (JsonNode item : refund.path("items")) {
            if (item.path("item_type").asText().equals("PRODUCT")) {
                JsonNode product = order.product(item);
                BigDecimal part = ShopOrderSums.field(item, "quantity")
                        .divide(ShopOrderSums.field(product, "quantity"), MathContext.DECIMAL128);
                revenue.merge(code(product), order.units(item), BigDecimal::add);
                discounts.merge(code(product), discount(product).multiply(part), BigDecimal::add);
            }
        }
        Map<String, BigDecimal> bases = new TreeMap<>();
        split(sums, revenue, discounts, Map.of()).forEach((key, amount) -> {
            if (key.contains(":") && !key.startsWith("sales-tax") && !key.startsWith("receivable")) {
                String code = key.substring(key.indexOf(':') + 1);
                bases.merge(code, amount.multiply(rate(code)), BigDecimal::add);
            }
        });
        return split(sums, revenue, discounts, bases);
    }

    /** Of an order that is refunded in full, but for its tax: by code, what is kept. */
    Map<String, BigDecimal> kept(List<JsonNode> refunds) {
        Map<String, BigDecimal> kept =
                new TreeMap<>(weighed("sales-tax", ShopOrderSums.field(order.order(), "total_tax"), taxed()));
        for (JsonNode refund : refunds) {
            BigDecimal tax = ShopOrderSums.field(refund, "total_tax");
            if (tax.signum() != 0) {
                refunded(refund, order.taken(refund, payments)).forEach((key, amount) -> {
                    if (key.startsWith("sales-tax")) {
                        kept.merge(key, amount.negate(), BigDecimal::add);
                    }
                });
            }
        }
        kept.replaceAll((key, amount) -> amount.negate());
        return kept;
    }

    private Map<String, BigDecimal> split(
            Map<String, BigDecimal> sums,
            Map<String, BigDecimal> revenue,
            Map<String, BigDecimal> discounts,
            Map<String, BigDecimal> tax) {
        Map<String, BigDecimal> split = new TreeMap<>();
        sums.forEach((setting, amount) -> {
            Map<String, BigDecimal> weights = switch (setting) {
                case "revenue" -> revenue;
                case "discounts" -> discounts;
                case "sales-tax" -> tax;
                case "rounding" -> Map.of(largest(), BigDecimal.ONE);
                default -> CHARGES.contains(setting) ? Map.of(charge(setting), BigDecimal.ONE) : Map.of();
            };
            split.putAll(weighed(setting, amount, weights));
        });
        return split;
    }

    /** In proportion of the weights; cents are the largest's. */
    private Map<String, BigDecimal> weighed(String setting, BigDecimal amount, Map<String, BigDecimal> weights) {
        BigDecimal all = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return Map.of(setting, amount);
        }
        Map<String, BigDecimal> parts = new TreeMap<>();
        weights.forEach((code, weight) -> parts.put(
                setting + ":" + code, order.rounded(amount.multiply(weight).divide(all, MathContext.DECIMAL128))));
        BigDecimal left = parts.values().stream().reduce(amount, BigDecimal::subtract);
        parts.merge(
                parts.entrySet().stream()
                        .max(Comparator.comparing(part -> part.getValue().abs()))
                        .orElseThrow()
                        .getKey(),
                left,
                BigDecimal::add);
        return parts;
    }

    /** By code, what was charged. */
    private Map<String, BigDecimal> taxed() {
        Map<String, BigDecimal> taxed = new TreeMap<>();
        order.taxes()
                .forEach(row -> taxed.merge(
                        code(ShopOrderSums.field(row, "rate")),
                        ShopOrderSums.field(row, "line_amount"),
                        BigDecimal::add));
        return taxed;
    }

    /** What was taken off a product, without its tax. */
    private BigDecimal discount(JsonNode product) {
        BigDecimal factor = BigDecimal.ONE.add(rate(code(product)).divide(HUNDRED, MathContext.DECIMAL128));
        return ShopOrderSums.field(product, "total_inc_tax")
                .subtract(ShopOrderSums.field(product, "discounted_total_inc_tax"))
                .divide(factor, MathContext.DECIMAL128);
    }

    /** The code of what cost most. */
    private String largest() {
        return order.products(false).stream()
                .max(Comparator.comparing(product -> ShopOrderSums.field(product, "total_ex_tax")))
                .map(this::code)
                .orElseThrow();
    }

    private String charge(String setting) {
        return code(setting.equals("wrapping") ? "gift-wrapping" : setting, row -> true);
    }

    private String code(JsonNode product) {
        String id = product.path("id").asText();
        return code("item", row -> row.path("order_product_id").asText().equals(id));
    }

    /** Of a part of the order: where it has no row, it is taxed at nothing. */
    private String code(String type, Predicate<JsonNode> isIts) {
        return code(order.taxes().stream()
                .filter(row -> row.path("line_item_type").asText().equals(type) && isIts.test(row))
                .map(row -> ShopOrderSums.field(row, "rate"))
                .findFirst()
                .orElse(BigDecimal.ZERO));
    }

    private String code(BigDecimal rate) {
        JsonNode there = order.addresses().isEmpty()
                ? order.order().path("billing_address")
                : order.addresses().get(0);
        return payments.lists().code(there.path("country_iso2").asText(), rate);
    }

    private BigDecimal rate(String code) {
        return payments.lists().rates().stream()
                .filter(row -> row.code().equals(code))
                .map(ChannelLists.Rate::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
