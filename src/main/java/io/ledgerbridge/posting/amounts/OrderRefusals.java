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
                        .formatted(plain(products), plain(subtotal), limit),
                "Replay the order. If that doesn't help, compare its products with its subtotal in BigCommerce,"
                        + " or raise journal.rounding-limit if the difference is rounding.");
    }

    static CannotPost totalsDiffer(Order order, Money limit) {
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "total_ex_tax is %s, total_inc_tax %s less total_tax %s is %s; %s may differ"
                        .formatted(
                                plain(order.totalExTax()),
                                plain(order.totalIncTax()),
                                plain(order.totalTax()),
                                plain(order.totalIncTax().subtract(order.totalTax())),
                                limit),
                "Compare the order's totals in BigCommerce and save it there again, then replay it;"
                        + " raise journal.rounding-limit only if the difference is rounding.");
    }

    static CannotPost unexplained(BigDecimal parts, Order order, Money limit) {
        BigDecimal total = order.totalIncTax().subtract(order.totalTax());
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the parts without tax sum to %s, the total without tax is %s, and no discount explains %s; %s may differ"
                        .formatted(plain(parts), plain(total), plain(parts.subtract(total)), limit),
                "Look in BigCommerce for a fee or a discount that the order's figures don't show;"
                        + " correct the order there and replay it, or enter it by hand and dismiss it.");
    }

    static CannotPost discountOutOfRange(BigDecimal netDiscount, BigDecimal discounts, Order order, Money limit) {
        return new CannotPost(
                ParkCode.DISCOUNT_OUT_OF_RANGE,
                "the totals leave a discount of %s; discount_amount %s and coupon_discount %s allow 0 to %s, %s beside"
                        .formatted(
                                plain(netDiscount),
                                plain(order.discountAmount()),
                                plain(order.couponDiscount()),
                                plain(discounts),
                                limit),
                "Compare the order's discounts with its totals in BigCommerce; correct the order there and replay it,"
                        + " or enter it by hand and dismiss it.");
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
