package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product line of a cart or an order.
 *
 * @param id the order product's id, 0 until the order is placed
 * @param type BigCommerce's product type: physical, digital or giftcertificate
 * @param price of one unit, as the store enters prices: with tax in a tax-inclusive store, without elsewhere
 * @param cost of one unit, without tax
 * @param wrapping gift wrapping of the whole line, entered as prices are
 * @param ownRate its tax rate, 0.055 for 5.5 %; null where the cart's applies
 */
public record Item(
        long id,
        String type,
        String sku,
        String name,
        BigDecimal price,
        int quantity,
        BigDecimal cost,
        BigDecimal wrapping,
        @Nullable BigDecimal ownRate) {

    /** One physical unit, taxed, without a known cost. */
    public static Item of(String sku, String name, String price) {
        return new Item(0, "physical", sku, name, new BigDecimal(price), 1, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    /** A gift certificate sold: never taxed, never discounted. */
    public static Item giftCertificate(String value) {
        Item sold = of("", "Gift Certificate", value);
        return new Item(0, "giftcertificate", "", sold.name, sold.price, 1, sold.cost, sold.wrapping, BigDecimal.ZERO);
    }

    public Item times(int newQuantity) {
        return new Item(id, type, sku, name, price, newQuantity, cost, wrapping, ownRate);
    }

    public Item at(String newPrice) {
        return new Item(id, type, sku, name, new BigDecimal(newPrice), quantity, cost, wrapping, ownRate);
    }

    public Item costing(String newCost) {
        return new Item(id, type, sku, name, price, quantity, new BigDecimal(newCost), wrapping, ownRate);
    }

    public Item wrapped(String newWrapping) {
        return new Item(id, type, sku, name, price, quantity, cost, new BigDecimal(newWrapping), ownRate);
    }

    public Item untaxed() {
        return taxedAt("0");
    }

    /** At a rate of its own, such as 0.055. */
    public Item taxedAt(String rate) {
        return new Item(id, type, sku, name, price, quantity, cost, wrapping, new BigDecimal(rate));
    }

    public Item digital() {
        return new Item(id, "digital", sku, name, price, quantity, cost, wrapping, ownRate);
    }

    Item numbered(long newId) {
        return new Item(newId, type, sku, name, price, quantity, cost, wrapping, ownRate);
    }

    boolean discountable() {
        return !type.equals("giftcertificate");
    }

    BigDecimal entered() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
