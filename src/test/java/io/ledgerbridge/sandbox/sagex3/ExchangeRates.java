package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A folder's exchange rates into the currency of its ledger, which has two decimals. Without one, a rate is 1. */
public final class ExchangeRates {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new ConcurrentHashMap<>();

    /** What one of a currency is worth from a day on. */
    public synchronized ExchangeRates from(LocalDate day, String currency, String rate) {
        rates.computeIfAbsent(currency, absent -> new TreeMap<>()).put(day, new BigDecimal(rate));
        return this;
    }

    /** The signed amounts of an entry's lines in the ledger's currency, each rounded; the largest closes the entry. */
    synchronized List<BigDecimal> amounts(PostedEntry entry) {
        BigDecimal rate =
                rate(entry.currency(), Objects.requireNonNull(entry.extras().rateDate()));
        List<BigDecimal> amounts = new ArrayList<>();
        int largest = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (PostedEntry.Line line : entry.lines()) {
            BigDecimal amount = line.signed().multiply(rate).setScale(2, RoundingMode.HALF_UP);
            amounts.add(amount);
            sum = sum.add(amount);
            if (amount.abs().compareTo(amounts.get(largest).abs()) > 0) {
                largest = amounts.size() - 1;
            }
        }
        amounts.set(largest, amounts.get(largest).subtract(sum));
        return amounts;
    }

    private BigDecimal rate(String currency, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> known = rates.getOrDefault(currency, new TreeMap<>());
        Map.Entry<LocalDate, BigDecimal> held = known.floorEntry(day);
        return held == null ? BigDecimal.ONE : held.getValue();
    }
}
