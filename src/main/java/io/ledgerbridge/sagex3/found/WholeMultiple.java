package io.ledgerbridge.sagex3.found;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;

/** How often an entry's sums hold ours, as where a folder shows each line once for every ledger. */
public final class WholeMultiple {

    /** X3 has no more ledger types. */
    private static final int MOST = 10;

    private WholeMultiple() {}

    /**
     * From 2 to 10; empty where the sums are no such multiple.
     *
     * @param found the signed sum on each account, without those that are zero
     * @param ours likewise
     */
    public static OptionalInt of(Map<String, BigDecimal> found, Map<String, BigDecimal> ours) {
        for (int times = 2; times <= MOST; times++) {
            if (isMultiple(found, ours, BigDecimal.valueOf(times))) {
                return OptionalInt.of(times);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isMultiple(Map<String, BigDecimal> found, Map<String, BigDecimal> ours, BigDecimal times) {
        return !ours.isEmpty()
                && found.keySet().equals(ours.keySet())
                && ours.entrySet().stream()
                        .allMatch(our -> our.getValue()
                                        .multiply(times)
                                        .compareTo(found.getOrDefault(our.getKey(), BigDecimal.ZERO))
                                == 0);
    }
}
