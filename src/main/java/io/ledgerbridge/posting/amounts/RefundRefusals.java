package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;

/** Why a refund that does not fit its order is not posted. */
final class RefundRefusals {

    private RefundRefusals() {}

    static CannotPost refundExceedsOrder(Refund refund, String what, Money refunded, Money ordered) {
        return new CannotPost(
                ParkCode.REFUND_EXCEEDS_ORDER,
                "with refund %s, %s of %s is refunded, of %s ordered".formatted(refund.name(), what, refunded, ordered),
                RefundId.isRecorded(refund.id())
                        ? "Remove the recorded refund (DELETE …/refunds/%s), which a second person confirms, and record what was paid back."
                                .formatted(refund.name())
                        : "Compare the refunds with the order in BigCommerce; correct what is wrong there and work the order again,"
                                + " or enter refund %s by hand in Sage X3 and set that refund aside."
                                        .formatted(refund.name()));
    }

    static CannotPost refundAndEdit(long item, BigDecimal refunded, BigDecimal left) {
        return new CannotPost(
                ParkCode.REFUND_AND_EDIT,
                "%s units of item %d are refunded, and the order has %s".formatted(plain(refunded), item, plain(left)),
                "Put the refunded units back into the order in BigCommerce and work it again,"
                        + " or enter the change by hand in Sage X3 and set the order aside as by-hand.");
    }

    static CannotPost paymentsDiffer(Refund refund, Money payments, Money total, Money limit) {
        return new CannotPost(
                ParkCode.TOTALS_DIFFER,
                "the payments of refund %s sum to %s, its total_amount is %s; %s may differ"
                        .formatted(refund.name(), payments, total, limit),
                "Compare the refund's payments with its total in BigCommerce, then work the order again,"
                        + " or enter refund %s by hand in Sage X3 and set that refund aside.".formatted(refund.name()));
    }

    static CannotPost unknownRefundItem(Refund refund, String itemType) {
        return new CannotPost(
                ParkCode.UNKNOWN_REFUND_ITEM,
                itemType.isBlank()
                        ? "refund %s has an item without a type".formatted(refund.name())
                        : "refund %s has an item of type %s".formatted(refund.name(), itemType),
                "Enter refund %s by hand in Sage X3 and set that refund aside; Ledger Bridge has no rule for such an item."
                        .formatted(refund.name()));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
