package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What refunds can give back of their order. Each check throws {@link CannotPost} where they give back more. Shops round
 * each refund, so each may be off by the limit.
 *
 * @param limit the largest difference that may be rounding
 */
public record RefundLimits(OrderReading reading, Amounts ordered, Money limit) {

    private static final Set<Role> CHARGES =
            Collections.unmodifiableSet(EnumSet.of(Role.SHIPPING, Role.HANDLING, Role.WRAPPING, Role.FEES));

    /**
     * An edit may not leave fewer units than were refunded.
     *
     * @param isSetAside by id, which refunds are booked by hand, whatever units they name
     */
    public void checkUnits(LongPredicate isSetAside) {
        List<CountedRefund> ours = CountedRefund.of(reading).stream()
                .filter(refund -> !isSetAside.test(refund.id()))
                .toList();
        units(ours).forEach(this::checkUnits);
    }

    private void checkUnits(long item, BigDecimal refunded) {
        BigDecimal there = reading.product(item).map(OrderProduct::quantity).orElse(BigDecimal.ZERO);
        if (refunded.signum() > 0 && refunded.compareTo(there) > 0) {
            throw RefundRefusals.refundAndEdit(item, refunded, there);
        }
    }

    /** Whether refunds have given back every unit of the order. */
    boolean areAllUnitsBack(Collection<CountedRefund> refunds) {
        Map<Long, BigDecimal> back = units(refunds);
        return reading.products().stream()
                .allMatch(product ->
                        back.getOrDefault(product.id(), BigDecimal.ZERO).compareTo(product.quantity()) >= 0);
    }

    private static Map<Long, BigDecimal> units(Collection<CountedRefund> refunds) {
        Map<Long, BigDecimal> units = new HashMap<>();
        for (CountedRefund refund : refunds) {
            for (Refund.Item item : refund.refund().items()) {
                BigDecimal quantity = item.quantity();
                if (RefundedItem.PRODUCT.equals(item.itemType()) && item.itemId() != null && quantity != null) {
                    units.merge(item.itemId(), refund.units(quantity), BigDecimal::add);
                }
            }
        }
        return units;
    }

    /**
     * Checks money and tax.
     *
     * @param refunded with this refund
     * @param taxes likewise
     * @param refunds how many there are, with this one
     */
    void checkTotals(Refund refund, Money refunded, Money taxes, int refunds) {
        Money total = Money.rounded(reading.order().totalIncTax(), limit.currency());
        check(refund, "the total", refunded, total, refunds);
        check(refund, "the tax", taxes, ordered.of(Role.SALES_TAX).negated(), refunds);
    }

    /** @param left of the order after this refund */
    void checkCharges(Refund refund, Amounts left, int refunds) {
        for (Role charge : CHARGES) {
            Money charged = ordered.of(charge).negated();
            check(refund, "the " + charge.label(), charged.plus(left.of(charge)), charged, refunds);
        }
    }

    private void check(Refund refund, String what, Money refunded, Money charged, int refunds) {
        Money most = charged.signum() < 0 ? Money.zero(limit.currency()) : charged;
        Money rounding = Money.rounded(limit.amount().multiply(BigDecimal.valueOf(refunds)), limit.currency());
        if (refunded.minus(most).minus(rounding).signum() > 0) {
            throw RefundRefusals.refundExceedsOrder(refund, what, refunded, charged);
        }
    }
}
