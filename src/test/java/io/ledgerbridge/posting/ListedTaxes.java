package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderProduct;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Charges one of France's two rates, or none, on each part of an order, as BigCommerce tells it. */
record ListedTaxes(Shop shop, Random random) {

    private static final String[] RATES = {"20", "5.5", "0"};

    /**
     * Adds the rows.
     *
     * @param isShippingFree whether what was taken off the order as a whole was its shipping
     * @return {@code total_tax}
     */
    BigDecimal charge(boolean isShippingFree) {
        shop.country = "FR";
        BigDecimal spread = isShippingFree ? BigDecimal.ZERO : shop.discount;
        for (OrderProduct product : shop.products) {
            BigDecimal part = shop.subtotal.signum() == 0
                    ? BigDecimal.ZERO
                    : product.totalExTax().multiply(spread).divide(shop.subtotal, MathContext.DECIMAL128);
            row(
                    "item",
                    product.id(),
                    product.totalExTax().subtract(product.discount()).subtract(part));
        }
        row("shipping", null, isShippingFree ? BigDecimal.ZERO : shop.shipping);
        row("handling", null, shop.handling);
        row("gift-wrapping", null, shop.wrapping);
        return PaidOrder.sum(shop.taxes.stream().map(row -> row.amount()).toList())
                .setScale(Currency.getInstance(shop.currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    private void row(String type, @Nullable Long product, BigDecimal base) {
        String rate = RATES[random.nextInt(RATES.length)];
        BigDecimal tax = base.multiply(new BigDecimal(rate)).movePointLeft(2).setScale(4, RoundingMode.HALF_UP);
        shop.taxed(type, product, null, rate, "TVA", tax.toPlainString());
    }
}
