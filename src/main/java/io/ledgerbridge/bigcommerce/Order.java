package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as {@code GET /v2/orders/{id}?include=fees} gives it; amounts are in {@link #currencyCode()}, the currency
 * paid in, at whatever scale BigCommerce wrote them. Unknown fields are passed over.
 *
 * @param statusId 0 to 14; the text beside it can be renamed by the merchant and is not read
 * @param currencyCode {@code default_currency_code}
 * @param customerId 0 of a guest
 * @param deleted archived
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
        long id,
        @JsonProperty("status_id") int statusId,

        @JsonProperty("date_created")
        @JsonDeserialize(using = Rfc2822Instant.class)
        @JsonSerialize(using = Rfc2822Text.class)
        Instant createdAt,

        @JsonProperty("date_modified")
        @JsonDeserialize(using = Rfc2822Instant.class)
        @JsonSerialize(using = Rfc2822Text.class)
        @Nullable
        Instant modifiedAt,

        @JsonProperty("default_currency_code") String currencyCode,
        @JsonProperty("channel_id") @Nullable Long channelId,
        @JsonProperty("customer_id") long customerId,
        @JsonProperty("subtotal_ex_tax") BigDecimal subtotalExTax,
        @JsonProperty("shipping_cost_ex_tax") BigDecimal shippingExTax,
        @JsonProperty("handling_cost_ex_tax") BigDecimal handlingExTax,
        @JsonProperty("wrapping_cost_ex_tax") BigDecimal wrappingExTax,
        @JsonProperty("shipping_cost_inc_tax") BigDecimal shippingIncTax,
        @JsonProperty("handling_cost_inc_tax") BigDecimal handlingIncTax,
        @JsonProperty("wrapping_cost_inc_tax") BigDecimal wrappingIncTax,
        @JsonProperty("total_ex_tax") BigDecimal totalExTax,
        @JsonProperty("total_inc_tax") BigDecimal totalIncTax,
        @JsonProperty("total_tax") BigDecimal totalTax,
        @JsonProperty("discount_amount") BigDecimal discountAmount,
        @JsonProperty("coupon_discount") BigDecimal couponDiscount,
        @JsonProperty("gift_certificate_amount") BigDecimal giftCertificateAmount,
        @JsonProperty("store_credit_amount") BigDecimal storeCreditAmount,
        @JsonProperty("items_total") BigDecimal itemsTotal,
        @JsonProperty("is_tax_inclusive_pricing") boolean taxInclusive,
        @JsonProperty("is_deleted") boolean deleted,
        @JsonProperty("external_source") @Nullable String externalSource,
        @JsonProperty("payment_status") @Nullable String paymentStatus,
        @JsonProperty("payment_provider_id") @Nullable String paymentProvider,
        @JsonProperty("payment_method") @Nullable String paymentMethod,
        @JsonProperty("billing_address") @Nullable Billing billing,
        List<OrderFee> fees) {

    private static final Set<String> NOT_CAPTURED = Set.of("void", "declined", "pending", "authorized");

    /**
     * What of the billing address is read.
     *
     * @param country ISO 3166, two letters
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Billing(
            @JsonProperty("country_iso2") @Nullable String country) {}

    public Order {
        subtotalExTax = orZero(subtotalExTax);
        shippingExTax = orZero(shippingExTax);
        handlingExTax = orZero(handlingExTax);
        wrappingExTax = orZero(wrappingExTax);
        shippingIncTax = orZero(shippingIncTax);
        handlingIncTax = orZero(handlingIncTax);
        wrappingIncTax = orZero(wrappingIncTax);
        totalExTax = orZero(totalExTax);
        totalTax = orZero(totalTax);
        discountAmount = orZero(discountAmount);
        couponDiscount = orZero(couponDiscount);
        giftCertificateAmount = orZero(giftCertificateAmount);
        storeCreditAmount = orZero(storeCreditAmount);
        itemsTotal = orZero(itemsTotal);
        fees = fees == null ? List.of() : List.copyOf(fees);
    }

    /** Whether the shop gave a discount, which then closes the entry. */
    public boolean isDiscounted() {
        return discountAmount.signum() != 0 || couponDiscount.signum() != 0;
    }

    /** Whether a payment came in; money that is only authorized did not. */
    public boolean isCaptured() {
        return paymentStatus != null && !paymentStatus.isBlank() && !NOT_CAPTURED.contains(lower(paymentStatus));
    }

    /** Whether it was placed to try the shop, by BigCommerce's own test gateway. */
    public boolean isTest() {
        return "testgateway".equals(lower(paymentProvider)) || "test payment gateway".equals(lower(paymentMethod));
    }

    /** The same without {@code payment_provider_id}. */
    public Order withoutProvider() {
        return new Order(
                id,
                statusId,
                createdAt,
                modifiedAt,
                currencyCode,
                channelId,
                customerId,
                subtotalExTax,
                shippingExTax,
                handlingExTax,
                wrappingExTax,
                shippingIncTax,
                handlingIncTax,
                wrappingIncTax,
                totalExTax,
                totalIncTax,
                totalTax,
                discountAmount,
                couponDiscount,
                giftCertificateAmount,
                storeCreditAmount,
                itemsTotal,
                taxInclusive,
                deleted,
                externalSource,
                paymentStatus,
                null,
                paymentMethod,
                billing,
                fees);
    }

    /** The sales channel's id; an order without one was made in the first storefront. */
    public String channel() {
        return channelId == null ? "1" : channelId.toString();
    }

    /** The country of the billing address; empty where it isn't told. */
    public String billingCountry() {
        return billing == null || billing.country() == null
                ? ""
                : billing.country().strip();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** What is absent is no amount. */
    public static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
