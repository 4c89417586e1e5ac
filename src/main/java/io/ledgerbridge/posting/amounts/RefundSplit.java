package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.CannotPost;
import java.util.List;

/**
 * What a refund takes back of its order, by role.
 *
 * @param amounts with the discount and the cost of goods apart
 * @param parts the items that tell it; empty where none are on record
 * @param flags what a person should know of it
 */
public record RefundSplit(Amounts amounts, List<RefundedPart> parts, List<OrderFlag> flags) {

    /** Of a refund that a person has set aside: its tax and payments as they are, and revenue takes the rest. */
    public static RefundSplit byTotals(CountedRefund refund, OrderReading reading, Amounts ordered, Splits lists) {
        RefundSplit byRole = RefundSplitter.byTotals(refund, reading, ordered.byRole());
        try {
            return byRole.with(lists.refunded(refund, byRole, ordered, ordered, false));
        } catch (CannotPost unknownToTheLists) {
            return byRole;
        }
    }

    public RefundSplit {
        parts = List.copyOf(parts);
        flags = List.copyOf(flags);
    }

    /** The same, split otherwise. */
    public RefundSplit with(Amounts split) {
        return new RefundSplit(split, parts, flags);
    }
}
