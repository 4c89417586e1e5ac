package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.Terms;
import java.util.Map;
import java.util.TreeMap;

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

        @Override
        public Map<Purpose, Reckoning> orderedTerms(Amounts byRole, Map<Role, Terms> terms) {
            Map<Purpose, Reckoning> all = new TreeMap<>();
            terms.forEach((role, its) -> all.put(Purpose.of(role), Reckoning.ofOrder(role, its)));
            return all;
        }

        @Override
        public Map<Purpose, Terms> refundedTerms(
                CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left) {
            return Map.of();
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

    /**
     * The figures of which the order's amounts are the sums, split likewise.
     *
     * @param terms by role
     */
    Map<Purpose, Reckoning> orderedTerms(Amounts byRole, Map<Role, Terms> terms);

    /**
     * Those of what is split of a refund; of the last one, without what is left of each code.
     *
     * @param ordered the order's amounts, split
     * @param left of the order, before this refund
     */
    Map<Purpose, Terms> refundedTerms(CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left);
}
