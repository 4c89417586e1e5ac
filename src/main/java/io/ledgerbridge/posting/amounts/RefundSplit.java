package io.ledgerbridge.posting.amounts;

import java.util.Currency;
import java.util.List;

/**
 * What a refund takes back of its order, by role.
 *
 * @param amounts with the discount and the cost of goods apart
 * @param flags what a person should know of it
 */
public record RefundSplit(Amounts amounts, List<OrderFlag> flags) {

    /** Of a refund that a person has set aside: its tax and payments as they are, and revenue takes the rest. */
    public static RefundSplit byTotals(CountedRefund refund, Currency currency) {
        return RefundSplitter.byTotals(refund, currency);
    }

    public RefundSplit {
        flags = List.copyOf(flags);
    }
}
