package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;

/**
 * A fee of an order.
 *
 * @param cost entered as the store enters prices
 * @param onTop whether the total holds it beside the products; BigCommerce's pages leave open which it is, and a store's
 *     orders show both
 */
public record Fee(long id, String name, BigDecimal cost, boolean onTop, boolean taxed) {

    public static Fee onTop(String name, String cost) {
        return new Fee(0, name, new BigDecimal(cost), true, false);
    }

    /** One that the products' prices hold already. */
    public static Fee inside(String name, String cost) {
        return new Fee(0, name, new BigDecimal(cost), false, false);
    }

    public Fee withTax() {
        return new Fee(id, name, cost, onTop, true);
    }

    Fee numbered(long newId) {
        return new Fee(newId, name, cost, onTop, taxed);
    }
}
