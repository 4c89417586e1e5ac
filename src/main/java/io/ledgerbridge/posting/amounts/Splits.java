package io.ledgerbridge.posting.amounts;

/**
 * Splits amounts by role further: the receivable by way of paying and the sale by tax code, where the order's channel has
 * lists of these. No role's sum changes.
 */
public interface Splits {

    /** Of a channel without lists. */
    Splits NONE = new Splits() {
        @Override
        public Amounts ordered(Amounts byRole) {
            return byRole;
        }

        @Override
        public Amounts paidBack(CountedRefund refund, Amounts byRole, Amounts left) {
            return byRole;
        }

        @Override
        public Amounts refunded(
                CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left, boolean isLast) {
            return byRole.amounts();
        }
    };

    /**
     * The order's amounts.
     *
     * @throws io.ledgerbridge.posting.CannotPost where the lists have no answer, or the shop's figures don't agree
     */
    Amounts ordered(Amounts byRole);

    /**
     * A refund's tenders.
     *
     * @param left of the order, before this refund
     * @throws io.ledgerbridge.posting.CannotPost where the list has no answer
     */
    Amounts paidBack(CountedRefund refund, Amounts byRole, Amounts left);

    /**
     * All amounts of a refund.
     *
     * @param ordered the order's amounts, split
     * @param left of the order, before this refund
     * @param isLast whether it takes what is left of every sale role
     * @throws io.ledgerbridge.posting.CannotPost where the lists have no answer
     */
    Amounts refunded(CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left, boolean isLast);
}
