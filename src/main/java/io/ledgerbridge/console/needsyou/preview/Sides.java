package io.ledgerbridge.console.needsyou.preview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an amount of the API, which has a sign, on its side. */
@Component("sides")
class Sides {

    /** Without its sign; null where it is a credit. */
    public @Nullable BigDecimal debit(String signed) {
        BigDecimal amount = new BigDecimal(signed);
        return amount.signum() < 0 ? null : amount;
    }

    /** Likewise; null where it is a debit. */
    public @Nullable BigDecimal credit(String signed) {
        BigDecimal amount = new BigDecimal(signed);
        return amount.signum() < 0 ? amount.negate() : null;
    }
}
