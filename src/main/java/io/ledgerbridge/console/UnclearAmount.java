package io.ledgerbridge.console;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;

/** An amount as somebody typed it can be read in two ways, such as {@code 1.204}: nothing is done about it. */
public final class UnclearAmount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** So many make it clear that they are decimals: nobody groups digits by four. */
    private static final int CLEAR = 4;

    private final String typed;
    private final String whole;
    private final String withDecimals;

    UnclearAmount(String typed, Collection<BigDecimal> readings) {
        super(typed);
        this.typed = typed;
        this.whole = Collections.max(readings, UnclearAmount::byScale).toPlainString();
        this.withDecimals = Collections.min(readings, UnclearAmount::byScale)
                .setScale(CLEAR)
                .toPlainString();
    }

    private static int byScale(BigDecimal one, BigDecimal other) {
        return Integer.compare(other.scale(), one.scale());
    }

    /** What the next page says of it. */
    public Said said() {
        return Said.done(Said.UNCLEAR, typed, whole, withDecimals);
    }
}
