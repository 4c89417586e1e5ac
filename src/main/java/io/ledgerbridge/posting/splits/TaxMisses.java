package io.ledgerbridge.posting.splits;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rates make of the parts that they are on, beside what was charged. */
record TaxMisses(OrderTaxCodes codes, List<TaxedPart> parts) {

    /**
     * By code, what the rates make less what was charged: whether compound or not, as it is nearer.
     *
     * @param charged by code
     */
    Map<String, BigDecimal> against(Map<String, BigDecimal> charged) {
        Map<String, BigDecimal> simple = made(false);
        Map<String, BigDecimal> compound = made(true);
        Map<String, BigDecimal> misses = new TreeMap<>();
        simple.forEach((code, made) -> {
            BigDecimal tax = charged.getOrDefault(code, BigDecimal.ZERO);
            BigDecimal one = made.subtract(tax);
            BigDecimal other = compound.getOrDefault(code, BigDecimal.ZERO).subtract(tax);
            misses.put(code, one.abs().compareTo(other.abs()) <= 0 ? one : other);
        });
        charged.forEach((code, tax) -> misses.putIfAbsent(code, tax.negate()));
        return misses;
    }

    private Map<String, BigDecimal> made(boolean isCompound) {
        Map<String, BigDecimal> made = new TreeMap<>();
        for (TaxedPart part : parts) {
            List<BigDecimal> taxes = part.taxes(isCompound);
            for (int place = 0; place < taxes.size(); place++) {
                made.merge(codes.of(part.rows().get(place)), taxes.get(place), BigDecimal::add);
            }
        }
        return made;
    }
}
