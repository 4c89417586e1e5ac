package io.ledgerbridge.sagex3.found;

import io.ledgerbridge.books.TakenReference;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How often an entry's sums hold ours, as where a folder shows each line once for every ledger. */
public final class WholeMultiple {

    /** X3 has no more ledger types. */
    private static final int MOST = 10;

    private WholeMultiple() {}

    /**
     * In words; empty where the sums are no multiple of ours from 2 to 10.
     *
     * @param found the signed sum on each account
     * @param ours likewise
     */
    public static Optional<String> of(Map<String, BigDecimal> found, Map<String, BigDecimal> ours) {
        Map<String, BigDecimal> all = withoutZeros(found);
        Map<String, BigDecimal> each = withoutZeros(ours);
        return IntStream.rangeClosed(2, MOST)
                .filter(times -> isMultiple(all, each, BigDecimal.valueOf(times)))
                .mapToObj(TakenReference::times)
                .findFirst();
    }

    private static boolean isMultiple(Map<String, BigDecimal> all, Map<String, BigDecimal> each, BigDecimal times) {
        return !each.isEmpty()
                && all.keySet().equals(each.keySet())
                && each.entrySet().stream()
                        .allMatch(sum -> sum.getValue()
                                        .multiply(times)
                                        .compareTo(all.getOrDefault(sum.getKey(), BigDecimal.ZERO))
                                == 0);
    }

    private static Map<String, BigDecimal> withoutZeros(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> left = new TreeMap<>(sums);
        left.values().removeIf(sum -> sum.signum() == 0);
        return left;
    }
}
