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
                && !order.path("payment_provider_id").asText().equals("testgateway")
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
        return rounded(counting().stream()
                .map(refund -> field(refund, "total_amount").multiply(share(refund)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Of a refund's payments, the part that wasn't declined. */
    private static BigDecimal share(JsonNode refund) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal accepted = BigDecimal.ZERO;
        for (JsonNode payment : refund.path("payments")) {
            all = all.add(field(payment, "amount"));
            accepted = payment.path("is_declined").asBoolean() ? accepted : accepted.add(field(payment, "amount"));
        }
        return accepted.compareTo(all) == 0 ? BigDecimal.ONE : accepted.divide(all, 20, RoundingMode.HALF_UP);
    }

    /** Signed sums by the channel's settings, debits positive; they add up to nothing. */
    Map<String, BigDecimal> sums(ChannelBooks books) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        if (counting().isEmpty() || refunded().compareTo(total()) < 0) {
            ordered(sums);
            counting().forEach(refund -> taken(sums, refund));
        } else {
            tenders(sums);
            taxKept(sums);
            add(sums, "revenue", rest(sums).negate());
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

    /** Of the pieces that each refund names. */
    private BigDecimal costBack() {
        return counting().stream().map(this::costBack).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was paid by each tender, and not paid back by it. */
    private void tenders(Map<String, BigDecimal> sums) {
        paid(sums);
        counting().forEach(refund -> paidBack(sums, refund));
    }

    private void paid(Map<String, BigDecimal> sums) {
        BigDecimal certificates = field(order, "gift_certificate_amount");
        BigDecimal credit = field(order, "store_credit_amount");
        add(sums, "receivable", total().subtract(certificates).subtract(credit));
        add(sums, "gift-certificates", certificates);
        add(sums, "store-credit", credit);
    }

    private static void paidBack(Map<String, BigDecimal> sums, JsonNode refund) {
        for (JsonNode payment : refund.path("payments")) {
            if (!payment.path("is_declined").asBoolean()) {
                add(sums, paidFrom(payment), field(payment, "amount").negate());
            }
        }
    }

    /** Of an order that was refunded in full, but for its tax. */
    private void taxKept(Map<String, BigDecimal> sums) {
        BigDecimal kept = field(order, "total_tax").subtract(sum(counting(), "total_tax"));
        if (kept.abs().compareTo(limit()) > 0) {
            add(sums, "sales-tax", rounded(kept).negate());
        }
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
        Map<String, BigDecimal> lines = new TreeMap<>();
        paid(lines);
        add(lines, "sales-tax", field(order, "total_tax").negate());
        add(lines, "revenue", sum(products(false), "total_ex_tax").negate());
        add(lines, "gift-certificates", sum(products(true), "total_ex_tax").negate());
        add(lines, "shipping", field(order, "shipping_cost_ex_tax").negate());
        add(lines, "handling", field(order, "handling_cost_ex_tax").negate());
        add(lines, "wrapping", field(order, "wrapping_cost_ex_tax").negate());
        BigDecimal onTop = fees.stream().map(ShopOrderSums::feeExTax).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (missed(rest(lines)).compareTo(missed(rest(lines).subtract(onTop))) > 0) {
            add(lines, "fees", onTop.negate());
        }
        close(lines, isDiscounted() ? "discounts" : "rounding", sums);
    }

    private void taken(Map<String, BigDecimal> sums, JsonNode refund) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        paidBack(lines, refund);
        add(lines, "sales-tax", field(refund, "total_tax"));
        for (JsonNode item : refund.path("items")) {
            switch (item.path("item_type").asText()) {
                case "SHIPPING" -> add(lines, "shipping", exTax("shipping_cost", item));
                case "HANDLING" -> add(lines, "handling", exTax("handling_cost", item));
                case "GIFT_WRAPPING" -> add(lines, "wrapping", wrapping(item));
                case "FEE" -> add(lines, "fees", field(item, "requested_amount"));
                case "PRODUCT" -> add(lines, "revenue", units(item));
                case "ORDER" -> add(lines, "revenue", field(item, "requested_amount"));
                default -> throw new IllegalStateException("an item that BigCommerce doesn't have: " + item);
            }
        }
        lines.replaceAll((setting, amount) ->
                List.of("receivable", "store-credit", "gift-certificates").contains(setting)
                        ? amount
                        : amount.multiply(share(refund)));
        if (products.stream()
                .anyMatch(product -> !product.path("applied_discounts").isEmpty())) {
            add(lines, "discounts", ownDiscount(refund).negate());
            close(lines, "revenue", sums);
        } else {
            close(lines, isDiscounted() ? "discounts" : "revenue", sums);
        }
    }

    /** What the refunded pieces' own discounts took off, in a store whose prices are without tax. */
    private BigDecimal ownDiscount(JsonNode refund) {
        BigDecimal taken = BigDecimal.ZERO;
        for (JsonNode item : refund.path("items")) {
            if (item.path("item_type").asText().equals("PRODUCT")) {
                JsonNode product = product(item);
                BigDecimal all = field(product.path("applied_discounts").path(0), "amount");
                taken = taken.add(all.multiply(field(item, "quantity"))
                        .divide(field(product, "quantity"), 10, RoundingMode.HALF_UP));
            }
        }
        return taken;
    }

    private BigDecimal wrapping(JsonNode item) {
        return item.path("requested_amount").isNull()
                ? field(product(item), "wrapping_cost_ex_tax")
                : exTax("wrapping_cost", item);
    }

    private static String paidFrom(JsonNode payment) {
        return switch (payment.path("provider_id").asText()) {
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

    /** By how much what is left for a discount misses what the shop says that it took off, with tax or without. */
    private BigDecimal missed(BigDecimal left) {
        BigDecimal stated = field(order, "discount_amount").add(field(order, "coupon_discount"));
        BigDecimal without = total().signum() == 0
                ? stated
                : stated.multiply(field(order, "total_ex_tax")).divide(total(), 10, RoundingMode.HALF_UP);
        BigDecimal net = left.negate();
        return net.subtract(stated).abs().min(net.subtract(without).abs());
    }

    /** Five of the currency's smallest units. */
    private BigDecimal limit() {
        return BigDecimal.valueOf(5, digits());
    }

    private static boolean counts(JsonNode refund) {
        for (JsonNode payment : refund.path("payments")) {
            if (!payment.path("is_declined").asBoolean()) {
                return true;
            }
        }
        return refund.path("payments").isEmpty();
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
        String text = json.path(name).asText();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
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
