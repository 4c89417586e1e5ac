package io.ledgerbridge.sandbox.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an order was paid and paid back, straight from BigCommerce's JSON, by its channel's ways of paying. */
record ShopPayments(JsonNode order, List<JsonNode> transactions, ChannelLists lists) {

    static final String RECEIVABLE = "receivable";

    private static final Set<String> IN = Set.of("purchase", "capture", "settled");
    private static final Set<String> NO_MONEY = Set.of("giftcertificate", "storecredit");
    private static final Set<Integer> UNPAID = Set.of(0, 1, 7);

    /** By way of paying, what is due beside certificates and credit: each payment its own, the first what they leave. */
    Map<String, BigDecimal> paid(BigDecimal due) {
        Map<String, BigDecimal> paid = new LinkedHashMap<>();
        if (!lists.ways().isEmpty()) {
            taken().forEach(row -> paid.merge(
                    key(row.path("gateway").asText()), row.path("amount").decimalValue(), BigDecimal::add));
        }
        String first = paid.keySet().stream().findFirst().orElseGet(this::whole);
        paid.merge(first, paid.values().stream().reduce(due, BigDecimal::subtract), BigDecimal::add);
        return new TreeMap<>(paid);
    }

    /** Without a payment that BigCommerce knows of. */
    private String whole() {
        boolean isOnAccount = order.path("payment_method").asText().equals("Purchase Order")
                && !UNPAID.contains(order.path("status_id").asInt());
        return isOnAccount ? key(ChannelLists.ON_ACCOUNT) : RECEIVABLE;
    }

    /** A settled row is the purchase once more. */
    private Collection<JsonNode> taken() {
        Map<String, JsonNode> once = new LinkedHashMap<>();
        transactions.stream()
                .filter(row -> IN.contains(row.path("event").asText())
                        && row.path("status").asText().equals("ok")
                        && !NO_MONEY.contains(row.path("gateway").asText()))
                .forEach(row ->
                        once.putIfAbsent(row.path("gateway_transaction_id").asText(), row));
        return once.values();
    }

    /** The setting that a payment of a refund comes from. */
    String paidFrom(JsonNode payment) {
        return switch (payment.path("provider_id").asText()) {
            case "storecredit" -> "store-credit";
            case "giftcertificate" -> "gift-certificates";
            default -> key(payment.path("provider_id").asText());
        };
    }

    /** Whether another system has it in its books. */
    boolean makesNone() {
        return !lists.ways().isEmpty()
                && taken().stream()
                        .anyMatch(row -> lists.way(row.path("gateway").asText()).makesNone());
    }

    private String key(String gateway) {
        return lists.ways().isEmpty()
                ? RECEIVABLE
                : RECEIVABLE + ":" + lists.way(gateway).name();
    }
}
