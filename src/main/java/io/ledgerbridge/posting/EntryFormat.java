package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.Goods;
import io.ledgerbridge.posting.rules.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * The form in which a channel wants its entries.
 *
 * @param netOfDiscounts whether discounts are taken off revenue
 */
record EntryFormat(boolean netOfDiscounts, Channel.CostOfGoods costOfGoods) {

    private static final Set<Role> DISCOUNTS = Set.copyOf(EnumSet.of(Role.DISCOUNTS));

    static EntryFormat of(Channel channel) {
        return new EntryFormat(channel.account(Role.DISCOUNTS).isEmpty(), channel.costOfGoods());
    }

    /** @param amounts with the discount apart and the cost of goods among them */
    LedgerAmounts shape(Amounts amounts) {
        Amounts lines = net(amounts.without(Goods.ROLES));
        Amounts cost = amounts.only(Goods.ROLES);
        Amounts none = Amounts.none(amounts.currency());
        return switch (costOfGoods) {
            case POST -> new LedgerAmounts(lines.plus(cost), none);
            case MEMO -> new LedgerAmounts(lines, cost);
            case OFF -> new LedgerAmounts(lines, none);
        };
    }

    private Amounts net(Amounts amounts) {
        return netOfDiscounts ? amounts.without(DISCOUNTS).plus(Role.REVENUE, amounts.of(Role.DISCOUNTS)) : amounts;
    }
}
