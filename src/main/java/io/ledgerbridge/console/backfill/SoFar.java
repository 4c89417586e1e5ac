package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.CountedOrders;
import io.ledgerbridge.ledger.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a page says was counted so far. It is shown again and decides nothing, so it is taken as it is; what makes no sense begins
 * anew.
 *
 * @param after the last order that was counted
 * @param sum each a currency, a blank and an amount
 */
record SoFar(
        @Nullable Long after,
        @Nullable Long orders,
        @Nullable Long notRead,
        @Nullable List<String> sum) {

    CountedOrders counted() {
        if (after == null || orders == null || notRead == null || after < 1 || orders < 1 || notRead < 0) {
            return CountedOrders.NONE;
        }
        Map<String, BigDecimal> totals = new TreeMap<>();
        try {
            for (String one : Objects.requireNonNullElse(sum, List.<String>of())) {
                int blank = one.lastIndexOf(' ');
                totals.put(one.substring(0, Math.max(0, blank)), Decimals.read(one.substring(blank + 1)));
            }
        } catch (NumberFormatException none) {
            return CountedOrders.NONE;
        }
        return new CountedOrders(orders, after, totals, notRead, true);
    }
}
