package io.ledgerbridge.sandbox.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Store;
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
record ShopOrderSums(
        JsonNode order,
        List<JsonNode> fees,
        List<JsonNode> products,
        List<JsonNode> refunds,
        List<JsonNode> transactions,
        List<JsonNode> taxes,
        List<JsonNode> addresses) {

    private static final Set<Integer> VOID = Set.of(0, 5, 6);
    private static final Set<Integer> UNCONFIRMED = Set.of(1, 7, 12);

    static ShopOrderSums of(Store store, long id) {
        return new ShopOrderSums(
                store.orderJson(id).orElseThrow(),
                store.feesJson(id),
                store.productsJson(id),
                store.refundsJson(id),
                store.transactionsJson(id),
                store.taxesJson(id),
                store.addressesJson(id));
    }

    /** Whether its channel's ledger should hold anything for it. */
    boolean inTheLedger(DayBooks.Shop shop, ChannelBooks books) {
        return inTheLedger(shop) && !payments(books).makesNone();
    }

    private ShopPayments payments(ChannelBooks books) {
        return new ShopPayments(order, transactions, books.lists());
    }

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

    /**
     * Signed sums by the channel's settings, debits positive; they add up to nothing. Where the channel has lists, with the
     * way of paying or the tax code behind a colon.
     */
    Map<String, BigDecimal> sums(ChannelBooks books) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        ShopPayments payments = payments(books);
        SumsByCode codes = new SumsByCode(this, payments);
        boolean isCoded = !books.lists().rates().isEmpty();
        if (counting().isEmpty() || refunded().compareTo(total()) < 0) {
            Map<String, BigDecimal> ordered = ordered(payments);
            addAll(sums, isCoded ? codes.ordered(ordered) : ordered);
            for (JsonNode refund : counting()) {
                Map<String, BigDecimal> taken = taken(refund, payments);
                addAll(sums, isCoded ? codes.refunded(refund, taken) : taken);
            }
        } else {
            tenders(sums, payments);
            if (isTaxKept()) {
                addAll(
                        sums,
                        isCoded
                                ? codes.kept(counting())
                                : Map.of("sales-tax", rounded(taxLeft()).negate()));
            }
            revenue(sums);
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
    private void tenders(Map<String, BigDecimal> sums, ShopPayments payments) {
        paid(sums, payments);
        counting().forEach(refund -> paidBack(sums, refund, payments));
    }

    /** Of an order that was refunded in full: the tax that was kept, of each code, and what else was. */
    private static void revenue(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> kept = new TreeMap<>(sums);
        kept.forEach((setting, amount) -> {
            if (setting.startsWith("sales-tax:")) {
                add(sums, setting.replace("sales-tax", "revenue"), amount.negate());
            }
        });
        add(sums, "revenue", rest(sums).negate());
    }

    private void paid(Map<String, BigDecimal> sums, ShopPayments payments) {
        BigDecimal certificates = field(order, "gift_certificate_amount");
        BigDecimal credit = field(order, "store_credit_amount");
        addAll(sums, payments.paid(total().subtract(certificates).subtract(credit)));
        add(sums, "gift-certificates", certificates);
        add(sums, "store-credit", credit);
    }

    private static void paidBack(Map<String, BigDecimal> sums, JsonNode refund, ShopPayments payments) {
        for (JsonNode payment : refund.path("payments")) {
            if (!payment.path("is_declined").asBoolean()) {
                add(sums, payments.paidFrom(payment), field(payment, "amount").negate());
            }
        }
    }

    private boolean isTaxKept() {
        return taxLeft().abs().compareTo(limit()) > 0;
    }

    private BigDecimal taxLeft() {
        return field(order, "total_tax").subtract(sum(counting(), "total_tax"));
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

    private Map<String, BigDecimal> ordered(ShopPayments payments) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        paid(lines, payments);
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
        return closed(lines, isDiscounted() ? "discounts" : "rounding");
    }

    /** What a refund that leaves something of the order took of it. */
    Map<String, BigDecimal> taken(JsonNode refund, ShopPayments payments) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        paidBack(lines, refund, payments);
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
                List.of("store-credit", "gift-certificates").contains(setting)
                                || setting.startsWith(ShopPayments.RECEIVABLE)
                        ? amount
                        : amount.multiply(share(refund)));
        if (products.stream()
                .anyMatch(product -> !product.path("applied_discounts").isEmpty())) {
            add(lines, "discounts", ownDiscount(refund).negate());
            return closed(lines, "revenue");
        }
        return closed(lines, isDiscounted() ? "discounts" : "revenue");
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

    /** In a tax-inclusive store an amount asked for holds its tax, in the order's own proportion. */
    private BigDecimal exTax(String cost, JsonNode item) {
        BigDecimal asked = field(item, "requested_amount");
        if (!order.path("is_tax_inclusive_pricing").asBoolean()) {
            return asked;
        }
        return asked.multiply(field(order, cost + "_ex_tax"))
                .divide(field(order, cost + "_inc_tax"), 10, RoundingMode.HALF_UP);
    }

    BigDecimal units(JsonNode item) {
        if (!item.path("requested_amount").isNull()) {
            return field(item, "requested_amount");
        }
        return field(product(item), "price_ex_tax").multiply(field(item, "quantity"));
    }

    JsonNode product(JsonNode item) {
        return products.stream()
                .filter(each -> each.path("id").asLong() == item.path("item_id").asLong())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a refund of no product: " + item));
    }

    List<JsonNode> products(boolean giftCertificates) {
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

    static BigDecimal field(JsonNode json, String name) {
        String text = json.path(name).asText();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static void add(Map<String, BigDecimal> sums, String setting, BigDecimal amount) {
        sums.merge(setting, amount, BigDecimal::add);
    }

    /** Rounds each line once, and lets the last one take what that leaves. */
    private Map<String, BigDecimal> closed(Map<String, BigDecimal> lines, String last) {
        lines.replaceAll((setting, amount) -> rounded(amount));
        add(lines, last, rest(lines).negate());
        return lines;
    }

    private static void addAll(Map<String, BigDecimal> sums, Map<String, BigDecimal> lines) {
        lines.forEach((setting, amount) -> add(sums, setting, amount));
    }

    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }

    private int digits() {
        return Math.max(Currency.getInstance(currency()).getDefaultFractionDigits(), 0);
    }
}
