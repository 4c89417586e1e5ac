package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;

/** Why an order whose figures differ is not posted. */
final class OrderRefusals {

    private OrderRefusals() {}

    /** Reading again can help: a page of products may have changed while it was read. */
    static CannotPost productsDiffer(BigDecimal products, BigDecimal subtotal, Money limit) {
        return new CannotPost(
                ParkCode.PRODUCTS_DIFFER,
                "products sum to %s, subtotal_ex_tax is %s; %s may differ"
                        .formatted(computed(products, limit), given(subtotal, limit), limit),
                "Work the order again. If that doesn't help, compare its products with its subtotal in BigCommerce,"
                        + " or raise journal.rounding-limit if the difference is rounding.");
    }

    static CannotPost totalsDiffer(Order order, Money limit) {
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "total_ex_tax is %s, total_inc_tax %s less total_tax %s is %s; %s may differ"
                        .formatted(
                                given(order.totalExTax(), limit),
                                given(order.totalIncTax(), limit),
                                given(order.totalTax(), limit),
                                computed(order.totalIncTax().subtract(order.totalTax()), limit),
                                limit),
                "Compare the order's totals in BigCommerce and save it there again, then work it again;"
                        + " raise journal.rounding-limit only if the difference is rounding.");
    }

    static CannotPost unexplained(BigDecimal parts, Order order, Money limit) {
        BigDecimal total = order.totalIncTax().subtract(order.totalTax());
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the parts without tax sum to %s, the total without tax is %s, and no discount explains %s; %s may differ"
                        .formatted(
                                computed(parts, limit),
                                computed(total, limit),
                                computed(parts.subtract(total), limit),
                                limit),
                "Look in BigCommerce for a fee or a discount that the order's figures don't show;"
                        + " correct the order there and work it again, or enter it by hand in Sage X3 and set it aside as by-hand.");
    }

    static CannotPost discountOutOfRange(BigDecimal netDiscount, BigDecimal discounts, Order order, Money limit) {
        return new CannotPost(
                ParkCode.DISCOUNT_OUT_OF_RANGE,
                "the totals leave a discount of %s; discount_amount %s and coupon_discount %s allow %s to %s, and %s beside"
                        .formatted(
                                computed(netDiscount, limit),
                                given(order.discountAmount(), limit),
                                given(order.couponDiscount(), limit),
                                Money.zero(limit.currency()),
                                computed(discounts, limit),
                                limit),
                "Compare the order's discounts with its totals in BigCommerce; correct the order there and work it again,"
                        + " or enter it by hand in Sage X3 and set it aside as by-hand.");
    }

    /** As BigCommerce gave it. */
    private static String given(BigDecimal figure, Money limit) {
        return Money.shown(figure, limit.currency().getCurrencyCode());
    }

    private static Money computed(BigDecimal figure, Money limit) {
        return Money.rounded(figure, limit.currency());
    }
}
