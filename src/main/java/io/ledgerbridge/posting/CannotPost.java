package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;

/** Nothing of an order is posted until a person has done what its reason says. */
public final class CannotPost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ParkReason reason;

    private CannotPost(ParkCode code, String detail, String remedy) {
        super(code.label() + ": " + detail);
        this.reason = new ParkReason(code, detail, remedy);
    }

    ParkReason reason() {
        return reason;
    }

    static CannotPost unmappedChannel(String store, String channel) {
        return new CannotPost(
                ParkCode.UNMAPPED_CHANNEL,
                "channel %s of store %s has no accounts".formatted(channel, store),
                "Name the channel and its accounts under ledger-bridge.stores.%s.channels.\"%s\", then replay the order."
                        .formatted(store, channel));
    }

    public static CannotPost missingAccount(String store, Channel channel, Role role) {
        return new CannotPost(
                ParkCode.MISSING_ACCOUNT,
                "channel %s (%s) has no account for %s".formatted(channel.id(), channel.name(), role.label()),
                "Set ledger-bridge.stores.%s.channels.\"%s\".accounts.%s, then replay the order."
                        .formatted(store, channel.id(), Channel.setting(role)));
    }

    static CannotPost unknownCurrency(Order order) {
        return new CannotPost(
                ParkCode.UNKNOWN_CURRENCY,
                "default_currency_code '%s' is no currency of ISO 4217".formatted(order.currencyCode()),
                "Enter the order by hand in Sage X3 and dismiss it, or correct its currency in BigCommerce and replay it.");
    }

    static CannotPost unknownStatus(Order order) {
        return new CannotPost(
                ParkCode.UNKNOWN_STATUS,
                "status_id %d is none that BigCommerce documents".formatted(order.statusId()),
                "Give the order one of BigCommerce's statuses 0 to 14, then replay it.");
    }

    /** Reading again can help: a page of products may have changed while it was read. */
    public static CannotPost productsDiffer(BigDecimal products, BigDecimal subtotal, Money limit) {
        return new CannotPost(
                ParkCode.PRODUCTS_DIFFER,
                "products sum to %s, subtotal_ex_tax is %s; %s may differ"
                        .formatted(plain(products), plain(subtotal), limit),
                "Replay the order. If that doesn't help, compare its products with its subtotal in BigCommerce,"
                        + " or raise journal.rounding-limit if the difference is rounding.");
    }

    public static CannotPost totalsDiffer(Order order, Money limit) {
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

    public static CannotPost unexplained(BigDecimal parts, Order order, Money limit) {
        BigDecimal total = order.totalIncTax().subtract(order.totalTax());
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the parts without tax sum to %s, the total without tax is %s, and no discount explains %s; %s may differ"
                        .formatted(plain(parts), plain(total), plain(parts.subtract(total)), limit),
                "Look in BigCommerce for a fee or a discount that the order's figures don't show;"
                        + " correct the order there and replay it, or enter it by hand and dismiss it.");
    }

    public static CannotPost discountOutOfRange(
            BigDecimal netDiscount, BigDecimal discounts, Order order, Money limit) {
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

    public static CannotPost refundExceedsOrder(Refund refund, String what, Money refunded, Money ordered) {
        return new CannotPost(
                ParkCode.REFUND_EXCEEDS_ORDER,
                "with refund %d, %s of %s is refunded, of %s ordered".formatted(refund.id(), what, refunded, ordered),
                "Compare the refunds with the order in BigCommerce; correct what is wrong there and replay the order,"
                        + " or enter the difference by hand and dismiss it.");
    }

    public static CannotPost refundAndEdit(long item, BigDecimal refunded, BigDecimal left) {
        return new CannotPost(
                ParkCode.REFUND_AND_EDIT,
                "%s units of item %d are refunded, and the order has %s".formatted(plain(refunded), item, plain(left)),
                "Put the refunded units back into the order in BigCommerce and replay it,"
                        + " or enter the change by hand and dismiss it.");
    }

    public static CannotPost refundDiscountDiffers(
            Refund refund, BigDecimal left, BigDecimal expected, Money tolerance) {
        return new CannotPost(
                ParkCode.REFUND_DISCOUNT_DIFFERS,
                "the totals of refund %d leave a discount of %s; the order's proportion is %s, %s beside"
                        .formatted(refund.id(), plain(left), plain(expected), tolerance),
                "Compare the refund's total and tax with its items in BigCommerce; enter the refund by hand"
                        + " and dismiss the order if its amounts are meant so.");
    }

    public static CannotPost paymentsDiffer(Refund refund, BigDecimal payments, Money limit) {
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the payments of refund %d sum to %s, its total_amount is %s; %s may differ"
                        .formatted(refund.id(), plain(payments), plain(refund.totalAmount()), limit),
                "Compare the refund's payments with its total in BigCommerce, then replay the order,"
                        + " or enter the refund by hand and dismiss the order.");
    }

    public static CannotPost unknownRefundItem(Refund refund, String itemType) {
        return new CannotPost(
                ParkCode.UNKNOWN_REFUND_ITEM,
                "refund %d has an item of type %s".formatted(refund.id(), itemType),
                "Enter the refund by hand in Sage X3 and dismiss the order; Ledger Bridge has no rule for such an item.");
    }

    public static CannotPost referenceTooLong(String reference) {
        return new CannotPost(
                ParkCode.REFERENCE_TOO_LONG,
                "reference %s has %d characters; Sage X3 takes %d"
                        .formatted(reference, reference.length(), JournalEntry.LONGEST_REFERENCE),
                "Enter it by hand in Sage X3 and dismiss the order; a shorter journal.prefix helps those that come.");
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
