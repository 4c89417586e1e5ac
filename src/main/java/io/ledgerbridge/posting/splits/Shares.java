package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Divides an amount to the smallest coin; what rounding leaves is the largest share's. */
final class Shares {

    private Shares() {}

    /**
     * In proportion of weights.
     *
     * @param weights whose sum isn't zero; a weight of zero gets nothing, and of weights on both sides their sizes count
     */
    static <K extends Comparable<K>> Map<K, Money> inProportion(Money amount, Map<K, BigDecimal> weights) {
        BigDecimal all = sum(weights);
        Map<K, BigDecimal> exact = new TreeMap<>();
        if (weights.values().stream().anyMatch(weight -> weight.signum() == -all.signum())) {
            Map<K, BigDecimal> sizes = new TreeMap<>(weights);
            sizes.replaceAll((key, weight) -> weight.abs());
            return inProportion(amount, sizes);
        }
        weights.forEach(
                (key, weight) -> exact.put(key, amount.amount().multiply(weight).divide(all, MathContext.DECIMAL128)));
        return rounded(amount, exact);
    }

    /** Likewise, one share, not rounded. */
    static <K> BigDecimal exact(Money amount, Map<K, BigDecimal> weights, K key) {
        BigDecimal weight = weights.getOrDefault(key, BigDecimal.ZERO);
        BigDecimal all = sum(weights);
        boolean isMixed = weights.values().stream().anyMatch(one -> one.signum() == -all.signum());
        BigDecimal whole =
                isMixed ? weights.values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add) : all;
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : amount.amount().multiply(isMixed ? weight.abs() : weight).divide(whole, MathContext.DECIMAL128);
    }

    /** Of parts that sum to an amount but for what rounding leaves. */
    static <K extends Comparable<K>> Map<K, Money> rounded(Money amount, Map<K, BigDecimal> exact) {
        Map<K, Money> shares = new TreeMap<>();
        exact.forEach((key, share) -> shares.put(key, Money.rounded(share, amount.currency())));
        Money left = shares.values().stream().reduce(amount, Money::minus);
        largest(exact).ifPresent(key -> shares.merge(key, left, Money::plus));
        return shares;
    }

    static <K extends Comparable<K>> Optional<K> largest(Map<K, BigDecimal> weights) {
        return weights.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<K, BigDecimal> weight) ->
                                weight.getValue().abs())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    static BigDecimal sum(Map<?, BigDecimal> weights) {
        return weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
