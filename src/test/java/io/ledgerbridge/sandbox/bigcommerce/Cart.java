package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * What a shopper buys: the input from which {@link Figures} follow. An order owns one, and an edit changes it. All
 * amounts are entered as the store enters prices.
 */
public final class Cart {

    final Currency currency;
    final List<Item> items = new ArrayList<>();
    final List<Discount> discounts = new ArrayList<>();
    final List<Fee> fees = new ArrayList<>();
    BigDecimal taxRate = BigDecimal.ZERO;
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal handling = BigDecimal.ZERO;
    BigDecimal giftCertificate = BigDecimal.ZERO;
    BigDecimal storeCredit = BigDecimal.ZERO;
    BigDecimal unexplained = BigDecimal.ZERO;
    String shownCurrency;
    String country = "US";
    String billingCountry = "US";

    /** By which what nothing else pays is paid; empty where it is on account. */
    String gateway = "authorizenet";

    final Map<String, BigDecimal> otherGateways = new LinkedHashMap<>();

    private Cart(Currency currency) {
        this.currency = currency;
        this.shownCurrency = currency.getCurrencyCode();
    }

    /** An empty cart in the currency that the shopper pays in. */
    public static Cart in(String currency) {
        return new Cart(Currency.getInstance(currency));
    }

    Cart copy() {
        Cart copy = new Cart(currency);
        copy.items.addAll(items);
        copy.discounts.addAll(discounts);
        copy.fees.addAll(fees);
        copy.taxRate = taxRate;
        copy.shipping = shipping;
        copy.handling = handling;
        copy.giftCertificate = giftCertificate;
        copy.storeCredit = storeCredit;
        copy.unexplained = unexplained;
        copy.shownCurrency = shownCurrency;
        copy.country = country;
        copy.billingCountry = billingCountry;
        copy.gateway = gateway;
        copy.otherGateways.putAll(otherGateways);
        return copy;
    }

    public Cart with(Item item) {
        items.add(item);
        return this;
    }

    public Cart without(String sku) {
        items.removeIf(item -> item.sku().equals(sku));
        return this;
    }

    /** Changes the line of this SKU. */
    public Cart change(String sku, UnaryOperator<Item> change) {
        items.replaceAll(item -> item.sku().equals(sku) ? change.apply(item) : item);
        return this;
    }

    public Cart with(Discount discount) {
        discounts.add(discount);
        return this;
    }

    public Cart with(Fee fee) {
        fees.add(fee);
        return this;
    }

    /** 0.0825 for 8.25 %. */
    public Cart taxRate(String rate) {
        taxRate = new BigDecimal(rate);
        return this;
    }

    public Cart shipping(String cost) {
        shipping = new BigDecimal(cost);
        return this;
    }

    public Cart handling(String cost) {
        handling = new BigDecimal(cost);
        return this;
    }

    /** How much of the total is paid with a gift certificate. */
    public Cart payByGiftCertificate(String amount) {
        giftCertificate = new BigDecimal(amount);
        return this;
    }

    /** How much of the total is paid with store credit. */
    public Cart payByStoreCredit(String amount) {
        storeCredit = new BigDecimal(amount);
        return this;
    }

    /** By another gateway than the usual one. */
    public Cart payBy(String otherGateway) {
        gateway = otherGateway;
        return this;
    }

    /** So much of it by this gateway. */
    public Cart payBy(String otherGateway, String amount) {
        otherGateways.put(otherGateway, new BigDecimal(amount));
        return this;
    }

    /** By a purchase order: BigCommerce never hears of the money. */
    public Cart onAccount() {
        return payBy("");
    }

    /** Shipped and billed to a country, by its two letters. */
    public Cart to(String newCountry) {
        country = newCountry;
        return billedTo(newCountry);
    }

    public Cart billedTo(String newCountry) {
        billingCountry = newCountry;
        return this;
    }

    /** How much more the total is than its parts make: BigCommerce's rounding, or a fault. */
    public Cart unexplained(String amount) {
        unexplained = new BigDecimal(amount);
        return this;
    }

    /** The currency that prices were displayed in, where it isn't the one that was paid in. */
    public Cart shownIn(String otherCurrency) {
        shownCurrency = otherCurrency;
        return this;
    }

    void number(LongSupplier ids) {
        items.replaceAll(item -> item.id() == 0 ? item.numbered(ids.getAsLong()) : item);
        fees.replaceAll(fee -> fee.id() == 0 ? fee.numbered(ids.getAsLong()) : fee);
    }

    BigDecimal taxRate(Item item) {
        return Objects.requireNonNullElse(item.ownRate(), taxRate);
    }

    BigDecimal taxRate(Fee fee) {
        return fee.taxed() ? taxRate : BigDecimal.ZERO;
    }
}
