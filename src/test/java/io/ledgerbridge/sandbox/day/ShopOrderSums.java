package io.ledgerbridge.sandbox.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one order and its refunds should sum to on each setting of its channel, straight from BigCommerce's JSON. It
 * knows nothing of journals, events or what was posted before: it looks at the order as it is in the end.
 *
 * @param products all of them
 * @param refunds in ascending id, declined ones included
 */
record ShopOrderSums(JsonNode order, List<JsonNode> fees, List<JsonNode> products, List<JsonNode> refunds) {

    private static final Set<Integer> VOID = Set.of(0, 5, 6);
    private static final Set<Integer> UNCONFIRMED = Set.of(1, 7, 12);

    /** Whether the ledger should hold anything for it. */
    boolean inTheLedger(DayBooks.Shop shop) {
        int status = order.path("status_id").asInt();
        LocalDate created = created().atZone(shop.zone()).toLocalDate();
        return !VOID.contains(status)
                && !(shop.onConfirmation()
                        && UNCONFIRMED.contains(status)
                        && counting().isEmpty())
                && !order.path("external_source").asText().equals("M-MIG")
                && !created.isBefore(DayBooks.BACKFILLED);
    }

    Instant created() {
        return OffsetDateTime.parse(order.path("date_created").asText(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    long id() {
        return order.path("id").asLong();
    }

    String currency() {
        return order.path("default_currency_code").asText();
    }

    BigDecimal total() {
        return rounded(field(order, "total_inc_tax"));
    }

    List<JsonNode> counting() {
        return refunds.stream().filter(ShopOrderSums::counts).toList();
    }

    BigDecimal refunded() {
        return rounded(sum(counting(), "total_amount"));
    }

    /** Signed sums by the channel's settings, debits positive; they add up to nothing. */
    Map<String, BigDecimal> sums(ChannelBooks books) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        if (counting().isEmpty() || refunded().compareTo(total()) < 0) {
            ordered(sums);
            counting().forEach(refund -> taken(sums, refund));
        }
        if (books.costOfGoods().equals("post")) {
            BigDecimal cost = books.costOfGoodsOnRefund().equals("reverse") ? cost().subtract(costBack()) : cost();
            add(sums, "cost-of-goods", cost);
            add(sums, "inventory", cost.negate());
        }
        return sums;
    }

    private BigDecimal cost() {
        return rounded(products.stream()
                .map(product -> field(product, "cost_price_ex_tax").multiply(field(product, "quantity")))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** All of it where all was refunded, else that of the pieces that each refund names. */
    private BigDecimal costBack() {
        if (!counting().isEmpty() && refunded().compareTo(total()) == 0) {
            return cost();
        }
        return counting().stream().map(this::costBack).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal costBack(JsonNode refund) {
        BigDecimal cost = BigDecimal.ZERO;
        for (JsonNode item : refund.path("items")) {
            if (item.path("item_type").asText().equals("PRODUCT")) {
                cost = cost.add(field(product(item), "cost_price_ex_tax").multiply(field(item, "quantity")));
            }
        }
        return rounded(cost);
    }

    private void ordered(Map<String, BigDecimal> sums) {
        BigDecimal certificates = field(order, "gift_certificate_amount");
        BigDecimal credit = field(order, "store_credit_amount");
        Map<String, BigDecimal> lines = new TreeMap<>();
        add(lines, "receivable", total().subtract(certificates).subtract(credit));
        add(lines, "gift-certificates", certificates);
        add(lines, "store-credit", credit);
        add(lines, "sales-tax", field(order, "total_tax").negate());
        add(lines, "revenue", sum(products(false), "total_ex_tax").negate());
        add(lines, "gift-certificates", sum(products(true), "total_ex_tax").negate());
        add(lines, "shipping", field(order, "shipping_cost_ex_tax").negate());
        add(lines, "handling", field(order, "handling_cost_ex_tax").negate());
        add(lines, "wrapping", field(order, "wrapping_cost_ex_tax").negate());
        if (!isDiscounted() && rest(lines).abs().compareTo(limit()) > 0) {
            add(
                    lines,
                    "fees",
                    fees.stream()
                            .map(ShopOrderSums::feeExTax)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .negate());
        }
        close(lines, isDiscounted() ? "discounts" : "rounding", sums);
    }

    private void taken(Map<String, BigDecimal> sums, JsonNode refund) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        for (JsonNode payment : refund.path("payments")) {
            add(
                    lines,
                    paidFrom(payment.path("provider_id").asText()),
                    field(payment, "amount").negate());
        }
        add(lines, "sales-tax", field(refund, "total_tax"));
        for (JsonNode item : refund.path("items")) {
            switch (item.path("item_type").asText()) {
                case "SHIPPING" -> add(lines, "shipping", exTax("shipping_cost", item));
                case "HANDLING" -> add(lines, "handling", exTax("handling_cost", item));
                case "GIFT_WRAPPING" -> add(lines, "wrapping", exTax("wrapping_cost", item));
                case "FEE" -> add(lines, "fees", field(item, "requested_amount"));
                case "PRODUCT" -> add(lines, "revenue", units(item));
                case "ORDER" -> add(lines, "revenue", field(item, "requested_amount"));
                default -> throw new IllegalStateException("an item that BigCommerce doesn't have: " + item);
            }
        }
        close(lines, isDiscounted() ? "discounts" : "revenue", sums);
    }

    private static String paidFrom(String provider) {
        return switch (provider) {
            case "storecredit" -> "store-credit";
            case "giftcertificate" -> "gift-certificates";
            default -> "receivable";
        };
    }

    /** In a tax-inclusive store an amount asked for holds its tax, in the order's own proportion. */
    private BigDecimal exTax(String cost, JsonNode item) {
        BigDecimal asked = field(item, "requested_amount");
        if (!order.path("is_tax_inclusive_pricing").asBoolean()) {
            return asked;
        }
        return asked.multiply(field(order, cost + "_ex_tax"))
                .divide(field(order, cost + "_inc_tax"), 10, RoundingMode.HALF_UP);
    }

    private BigDecimal units(JsonNode item) {
        if (!item.path("requested_amount").isNull()) {
            return field(item, "requested_amount");
        }
        return field(product(item), "price_ex_tax").multiply(field(item, "quantity"));
    }

    private JsonNode product(JsonNode item) {
        return products.stream()
                .filter(each -> each.path("id").asLong() == item.path("item_id").asLong())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a refund of no product: " + item));
    }

    private List<JsonNode> products(boolean giftCertificates) {
        Predicate<JsonNode> certificate =
                product -> product.path("type").asText().equals("giftcertificate");
        return products.stream()
                .filter(giftCertificates ? certificate : certificate.negate())
                .toList();
    }

    private boolean isDiscounted() {
        return field(order, "discount_amount").signum() != 0
                || field(order, "coupon_discount").signum() != 0;
    }

    /** Five of the currency's smallest units. */
    private BigDecimal limit() {
        return BigDecimal.valueOf(5, digits());
    }

    private static boolean counts(JsonNode refund) {
        for (JsonNode payment : refund.path("payments")) {
            if (payment.path("is_declined").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal feeExTax(JsonNode fee) {
        return field(fee, fee.has("cost_ex_tax") ? "cost_ex_tax" : "cost_exc_tax");
    }

    private static BigDecimal rest(Map<String, BigDecimal> lines) {
        return lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Collection<JsonNode> all, String field) {
        return all.stream().map(each -> field(each, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal field(JsonNode json, String name) {
        return new BigDecimal(json.path(name).asText());
    }

    private static void add(Map<String, BigDecimal> sums, String setting, BigDecimal amount) {
        sums.merge(setting, amount, BigDecimal::add);
    }

    /** Rounds each line once, and lets the last one take what that leaves. */
    private void close(Map<String, BigDecimal> lines, String last, Map<String, BigDecimal> sums) {
        lines.replaceAll((setting, amount) -> rounded(amount));
        add(lines, last, rest(lines).negate());
        lines.forEach((setting, amount) -> add(sums, setting, amount));
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }

    private int digits() {
        return Math.max(Currency.getInstance(currency()).getDefaultFractionDigits(), 0);
    }
}
