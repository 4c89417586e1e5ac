package io.ledgerbridge.posting.explained.words;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;

/** How a sentence names a product of an order: by its SKU, and only where it has none by the id of its line. */
public final class ProductWords {

    private ProductWords() {}

    /** Behind how many: {@code A}, or {@code product 428}. */
    public static Phrase counted(OrderProduct product) {
        String sku = product.sku();
        return sku == null ? line(product.id()) : Phrase.verbatim(sku);
    }

    /** Likewise, of one that the order's reading lacks. */
    public static Phrase line(long id) {
        return Phrase.of("item.line", id);
    }

    /** Alone: {@code product A}. */
    public static Phrase named(OrderProduct product) {
        return Phrase.of("item.product", name(product));
    }

    /** Alone, by the id of its line. */
    public static Phrase named(OrderReading reading, long id) {
        return reading.product(id).map(ProductWords::named).orElseGet(() -> Phrase.of("item.product", id));
    }

    public static Phrase wrapping(OrderProduct product) {
        return Phrase.of("item.wrapping-of", name(product));
    }

    private static Object name(OrderProduct product) {
        String sku = product.sku();
        return sku == null ? product.id() : sku;
    }
}
