package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.Shop;
import org.junit.jupiter.api.Test;

/** A reading is kept with its products' SKUs, and those that were kept without are read as they were. */
class ReadingTextTest {

    private final Shop shop = new Shop()
            .product(428, "2", "50.00", "20.00")
            .product(429, "1", "40.00", "25.00")
            .totals("140.00", "0.00");

    @Test
    void readsAndWritesWhatWasKeptWithoutSkusAsItIs() {
        String kept = ReadingText.of(shop.reading());

        assertThat(kept).doesNotContain("sku");
        assertThat(ReadingText.of(ReadingText.read(kept))).isEqualTo(kept);
        assertThat(ReadingText.read(kept).products().get(0).sku()).isNull();
    }

    @Test
    void keepsSkus() {
        OrderReading reading = shop.sku(428, "CAP-01 \u202e").sku(429, " ").reading();

        String kept = ReadingText.of(reading);

        assertThat(kept).contains("\"sku\":\"CAP-01\"");
        assertThat(ReadingText.read(kept)).isEqualTo(ReadingText.read(ReadingText.of(ReadingText.read(kept))));
        assertThat(ReadingText.read(kept).products())
                .extracting(product -> product.sku())
                .containsExactly("CAP-01", null);
    }
}
