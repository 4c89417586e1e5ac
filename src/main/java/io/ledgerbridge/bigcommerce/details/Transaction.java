package io.ledgerbridge.bigcommerce.details;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ledgerbridge.bigcommerce.Order;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway did for an order, as {@code GET /v3/orders/{id}/transactions} gives it.
 *
 * @param event purchase, authorization, capture, refund, void, pending or settled
 * @param method credit_card, electronic_wallet, offline, store_credit, gift_certificate …
 * @param gatewayId the gateway's own id of the transaction, which its purchase and its settlement share
 * @param status ok or error
 * @param test whether the gateway was only tried
 * @param referenceId of the transaction that this one acts upon
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Transaction(
        long id,

        @JsonProperty("order_id") @JsonDeserialize(using = LooseText.class) @Nullable
        String orderId,

        @JsonDeserialize(using = LooseText.class) @Nullable String event,
        @JsonDeserialize(using = LooseText.class) @Nullable String method,
        BigDecimal amount,
        @JsonDeserialize(using = LooseText.class) @Nullable String currency,
        @JsonDeserialize(using = LooseText.class) @Nullable String gateway,

        @JsonProperty("gateway_transaction_id") @JsonDeserialize(using = LooseText.class) @Nullable
        String gatewayId,

        @JsonDeserialize(using = LooseText.class) @Nullable String status,
        boolean test,

        @JsonProperty("reference_transaction_id") @JsonDeserialize(using = LooseText.class) @Nullable
        String referenceId) {

    private static final Set<String> PAYMENTS = Set.of("purchase", "capture", "settled");
    private static final Set<String> NOT_MONEY = Set.of("storecredit", "giftcertificate");

    public Transaction {
        amount = Order.orZero(amount);
    }

    /** Whether money came in: certificates and store credit are the order's own figures. */
    public boolean isPayment() {
        return PAYMENTS.contains(Words.plain(event))
                && Words.plain(status).equals("ok")
                && !NOT_MONEY.contains(Words.plain(method))
                && !NOT_MONEY.contains(Words.plain(gateway));
    }

    /** Whether it took back the one that it refers to, before any money moved. */
    public boolean isVoid() {
        return Words.plain(event).equals("void") && Words.plain(status).equals("ok");
    }

    /** Whether it only settles the payment that it refers to, if there is one, by its own word. */
    public boolean isSettlement() {
        return Words.plain(event).equals("settled");
    }

    /** What tells one payment from another: its purchase and its settlement are one. */
    public String payment() {
        return hasGatewayId() ? String.valueOf(gatewayId).strip() : "transaction " + id;
    }

    /** Whether the gateway says which payment it is of. */
    public boolean hasGatewayId() {
        return gatewayId != null && !gatewayId.isBlank();
    }

    /** The same under another id of the gateway's. */
    public Transaction withGatewayId(String other) {
        return new Transaction(id, orderId, event, method, amount, currency, gateway, other, status, test, referenceId);
    }
}
