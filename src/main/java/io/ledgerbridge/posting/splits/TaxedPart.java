package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order that is taxed as one: a product, a parcel's shipping.
 *
 * @param name BigCommerce's field of its amount
 * @param said as a sentence names it
 * @param product of its own amount or its wrapping's; null of what is no product's
 * @param code X3's tax code; null for what is outside of tax, such as gift certificates
 * @param amount without tax, before discounts
 * @param discount that it carries, without tax
 * @param rows the rates on it
 */
record TaxedPart(
        Phrase name,
        Phrase said,
        @Nullable OrderProduct product,
        Role role,
        @Nullable String code,
        BigDecimal amount,
        BigDecimal discount,
        List<OrderTax> rows) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    TaxedPart {
        rows = distinct(rows);
    }

    /** Each rate once, by priority: BigCommerce may tell one on each product of what is taxed as one. */
    static List<OrderTax> distinct(List<OrderTax> rows) {
        Map<String, OrderTax> distinct = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparingInt(OrderTax::priority)).forEach(row -> {
            BigDecimal rate =
                    row.rate().signum() == 0 ? BigDecimal.ZERO : row.rate().stripTrailingZeros();
            distinct.putIfAbsent(rate + " " + row.priority() + " " + row.name() + " " + row.addressId(), row);
        });
        return List.copyOf(distinct.values());
    }

    TaxedPart withDiscount(BigDecimal other) {
        return new TaxedPart(name, said, product, role, code, amount, other, rows);
    }

    BigDecimal net() {
        return amount.subtract(discount);
    }

    /**
     * What each of its rates makes of it, in their order.
     *
     * @param isCompound whether rates of a later priority are on the tax before them, too
     */
    List<BigDecimal> taxes(boolean isCompound) {
        List<BigDecimal> taxes = new ArrayList<>();
        BigDecimal base = net();
        BigDecimal withTax = base;
        for (int place = 0; place < rows.size(); place++) {
            OrderTax row = rows.get(place);
            if (isCompound && place > 0 && rows.get(place - 1).priority() < row.priority()) {
                base = withTax;
            }
            BigDecimal tax = base.multiply(row.rate()).divide(HUNDRED, MathContext.DECIMAL128);
            withTax = withTax.add(tax, MathContext.DECIMAL128);
            taxes.add(tax);
        }
        return taxes;
    }
}
