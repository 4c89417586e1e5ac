package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What refunds can give back of their order. Each check throws {@link CannotPost} where they give back more.
 *
 * @param limit the largest difference that may be rounding
 */
record RefundLimits(OrderReading reading, Amounts ordered, Money limit) {

    /** What a refund may take back of itself, in whose share of the tax there may be rounding. */
    private static final Set<Role> CHARGES =
            Collections.unmodifiableSet(EnumSet.of(Role.SHIPPING, Role.HANDLING, Role.WRAPPING, Role.FEES));

    void checkUnits(List<Refund> refunds) {
        Map<Long, BigDecimal> refunded = new HashMap<>();
        refunds.stream()
                .flatMap(refund -> refund.items().stream())
                .filter(item -> RefundedItem.PRODUCT.equals(item.itemType()))
                .forEach(item -> count(item, refunded));
        refunded.forEach(this::checkUnits);
    }

    private static void count(Refund.Item item, Map<Long, BigDecimal> refunded) {
        if (item.itemId() != null && item.quantity() != null) {
            refunded.merge(item.itemId(), item.quantity(), BigDecimal::add);
        }
    }

    private void checkUnits(long item, BigDecimal refunded) {
        BigDecimal left = reading.product(item).map(OrderProduct::quantity).orElse(BigDecimal.ZERO);
        if (refunded.signum() > 0 && refunded.compareTo(left) > 0) {
            throw RefundRefusals.refundAndEdit(item, refunded, left);
        }
    }

    /** @param refunded with this refund */
    void checkTotal(Refund refund, Money refunded, Money total) {
        if (refunded.minus(total).signum() > 0) {
            throw RefundRefusals.refundExceedsOrder(refund, "the total", refunded, total);
        }
    }

    /** @param left of the order after this refund */
    void checkRoles(Refund refund, Amounts left) {
        checkRole(Role.SALES_TAX, nothing(), refund, left);
        CHARGES.forEach(charge -> checkRole(charge, limit, refund, left));
    }

    private void checkRole(Role role, Money tolerance, Refund refund, Amounts left) {
        Money charged = ordered.of(role).negated();
        Money refunded = charged.plus(left.of(role));
        Money most = charged.signum() < 0 ? nothing() : charged;
        if (refunded.minus(most).minus(tolerance).signum() > 0) {
            throw RefundRefusals.refundExceedsOrder(
                    refund, "the " + role.label().replace("sales-", ""), refunded, charged);
        }
    }

    private Money nothing() {
        return Money.zero(ordered.currency());
    }
}
