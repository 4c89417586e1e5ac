package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;

/** Why a refund that does not fit its order is not posted. */
final class RefundRefusals {

    private RefundRefusals() {}

    static CannotPost refundExceedsOrder(Refund refund, String what, Money refunded, Money ordered) {
        return new CannotPost(
                ParkCode.REFUND_EXCEEDS_ORDER,
                "with refund %s, %s of %s is refunded, of %s ordered".formatted(refund.name(), what, refunded, ordered),
                "Compare the refunds with the order in BigCommerce; correct what is wrong there and replay the order,"
                        + " or enter the difference by hand and dismiss it.");
    }

    static CannotPost refundAndEdit(long item, BigDecimal refunded, BigDecimal left) {
        return new CannotPost(
                ParkCode.REFUND_AND_EDIT,
                "%s units of item %d are refunded, and the order has %s".formatted(plain(refunded), item, plain(left)),
                "Put the refunded units back into the order in BigCommerce and replay it,"
                        + " or enter the change by hand and dismiss it.");
    }

    static CannotPost paymentsDiffer(Refund refund, Money payments, Money total, Money limit) {
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the payments of refund %s sum to %s, its total_amount is %s; %s may differ"
                        .formatted(refund.name(), payments, total, limit),
                "Compare the refund's payments with its total in BigCommerce, then replay the order,"
                        + " or enter the refund by hand and dismiss the order.");
    }

    static CannotPost unknownRefundItem(Refund refund, String itemType) {
        return new CannotPost(
                ParkCode.UNKNOWN_REFUND_ITEM,
                itemType.isBlank()
                        ? "refund %s has an item without a type".formatted(refund.name())
                        : "refund %s has an item of type %s".formatted(refund.name(), itemType),
                "Enter the refund by hand in Sage X3 and dismiss the order; Ledger Bridge has no rule for such an item.");
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
