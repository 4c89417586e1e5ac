package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SKUs come from outside, and stand in sentences. */
class SkuTest {

    @Test
    void isShownAsItIs() {
        assertThat(Sku.of("CAP-01/rot {0} 'x' <b>")).isEqualTo("CAP-01/rot {0} 'x' <b>");
        assertThat(Sku.of("  Größe 42 ")).isEqualTo("Größe 42");
    }

    @Test
    void hasNothingInvisible() {
        assertThat(Sku.of("A\u0000B\u202eC\nD\u2028E\ud800F")).isEqualTo("A B C D E F");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u0000", "\u200b\n"})
    void isNoneWhereNothingIsLeft(String given) {
        assertThat(Sku.of(given)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\ud83e\udd9a", "ab "})
    void isCutAndStaysSoOnceItIsKept(String unit) {
        String cut = Objects.requireNonNull(Sku.of(unit.repeat(250)));
        assertThat(cut).endsWith("…");
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(60);
        assertThat(Sku.of(cut)).isEqualTo(cut);
    }
}
