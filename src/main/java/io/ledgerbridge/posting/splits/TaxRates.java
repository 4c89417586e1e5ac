package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What BigCommerce charged by rate, against what the rates make of the parts that they are on.
 *
 * @param limit the largest difference that may be rounding, of one rate on one part
 */
record TaxRates(OrderReading reading, OrderTaxCodes codes, SplitRefusals refusals, Money limit) {

    /** Minus the tax of each code. */
    Map<Purpose, BigDecimal> taxes() {
        Map<Purpose, BigDecimal> taxes = new TreeMap<>();
        charged().forEach((code, tax) -> taxes.put(Purpose.taxed(Role.SALES_TAX, code), tax.negate()));
        return taxes;
    }

    FeeTaxes fees() {
        return new FeeTaxes(reading, codes);
    }

    List<OrderTax> rows() {
        return Stream.concat(reading.taxes().stream(), fees().rows().stream()).toList();
    }

    private Map<String, BigDecimal> charged() {
        Map<String, BigDecimal> charged = new TreeMap<>();
        for (OrderTax row : rows()) {
            if (row.amount().signum() != 0) {
                charged.merge(codes.of(row), row.amount(), BigDecimal::add);
            }
        }
        return charged;
    }

    /** By how much what was charged misses what the rates make, over all codes. */
    BigDecimal miss(List<TaxedPart> parts) {
        return misses(parts).values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Checks each code, and the sum.
     *
     * @param total {@code total_tax}
     */
    void check(List<TaxedPart> parts, Money total) {
        Map<String, BigDecimal> charged = charged();
        if (charged.isEmpty() && total.abs().minus(limit).signum() > 0) {
            throw refusals.taxWithoutRate(total);
        }
        Money may = may(rows().size());
        Money rows = rounded(charged.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (rows.minus(total).abs().minus(may).signum() > 0) {
            throw refusals.taxesDiffer(rows, total, may);
        }
        misses(parts).forEach((code, miss) -> checkCode(code, miss, charged.getOrDefault(code, BigDecimal.ZERO)));
    }

    private void checkCode(String code, BigDecimal miss, BigDecimal charged) {
        Money may = may((int) rows().stream()
                .filter(row -> row.amount().signum() != 0 && codes.of(row).equals(code))
                .count());
        if (miss.abs().compareTo(may.amount()) > 0) {
            throw refusals.taxDiffers(code, rounded(charged.add(miss)), rounded(charged), may);
        }
    }

    private Map<String, BigDecimal> misses(List<TaxedPart> parts) {
        return new TaxMisses(codes, parts).against(charged());
    }

    private Money may(int rows) {
        return Money.rounded(limit.amount().multiply(BigDecimal.valueOf(Math.max(rows, 1))), limit.currency());
    }

    private Money rounded(BigDecimal amount) {
        return Money.rounded(amount, limit.currency());
    }
}
