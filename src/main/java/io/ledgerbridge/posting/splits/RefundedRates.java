package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.amounts.RefundedPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rates on a refund's items make of them, by tax code. */
record RefundedRates(OrderReading reading, OrderTaxCodes codes, RefundSplit refund) {

    Map<Purpose, BigDecimal> weights() {
        Map<Purpose, BigDecimal> weights = new TreeMap<>();
        for (RefundedPart part : refund.parts()) {
            for (OrderTax row : rows(part)) {
                Purpose code = Purpose.taxed(Role.SALES_TAX, codes.of(row));
                weights.merge(code, net(part).multiply(row.rate()), BigDecimal::add);
            }
        }
        return weights;
    }

    /** Less the discount that the product carries, else less its part of the refund's. */
    private BigDecimal net(RefundedPart part) {
        BigDecimal carried = part.discount();
        if (part.role() != Role.REVENUE || carried.signum() != 0) {
            return part.amount().subtract(carried);
        }
        BigDecimal goods = refund.amounts().of(Role.REVENUE).amount();
        BigDecimal discount = refund.amounts().of(Role.DISCOUNTS).amount();
        return isCarried() || goods.signum() == 0
                ? part.amount()
                : part.amount().multiply(goods.add(discount)).divide(goods, MathContext.DECIMAL128);
    }

    private boolean isCarried() {
        return refund.parts().stream().anyMatch(part -> part.discount().signum() != 0);
    }

    private List<OrderTax> rows(RefundedPart part) {
        Long line = part.product();
        OrderProduct product = line == null ? null : reading.product(line).orElse(null);
        Role role = part.role() == Role.WRAPPING ? Role.WRAPPING : Role.REVENUE;
        List<OrderTax> its = product == null ? List.of() : codes.rates().onProduct(role, product);
        if (!its.isEmpty() || (line != null && part.role() != Role.WRAPPING)) {
            return its;
        }
        return switch (part.role()) {
            case SHIPPING, HANDLING, WRAPPING ->
                TaxedPart.distinct(codes.rates().on(part.role(), null));
            default -> List.of();
        };
    }
}
