package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;

/**
 * A discount on all products but gift certificates, spread over them by price, or on one of them.
 *
 * @param sku of the one product; empty for all
 * @param code the coupon's, empty for a promotion: BigCommerce tells the two apart by field
 * @param percent of the products' prices, or zero
 * @param amount entered as the store enters prices, or zero
 */
public record Discount(String sku, String code, BigDecimal percent, BigDecimal amount) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    public static Discount coupon(String code, String percent) {
        return new Discount("", code, new BigDecimal(percent), BigDecimal.ZERO);
    }

    public static Discount couponOf(String code, String amount) {
        return new Discount("", code, BigDecimal.ZERO, new BigDecimal(amount));
    }

    public static Discount promotion(String percent) {
        return new Discount("", "", new BigDecimal(percent), BigDecimal.ZERO);
    }

    public static Discount promotionOf(String amount) {
        return new Discount("", "", BigDecimal.ZERO, new BigDecimal(amount));
    }

    /** A coupon on one product alone. */
    public static Discount couponOn(String sku, String code, String amount) {
        return new Discount(sku, code, BigDecimal.ZERO, new BigDecimal(amount));
    }

    boolean isOnOneProduct() {
        return !sku.isEmpty();
    }

    boolean isCoupon() {
        return !code.isEmpty();
    }

    /** What it takes off one line, of all lines' prices. */
    BigDecimal on(Item item, BigDecimal all) {
        BigDecimal line = item.entered();
        if (isOnOneProduct()) {
            return item.sku().equals(sku) ? amount.min(line) : BigDecimal.ZERO;
        }
        if (all.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal ofAmount = Figures.divide(amount.min(all).multiply(line), all);
        return ofAmount.add(Figures.divide(line.multiply(percent), HUNDRED));
    }
}
