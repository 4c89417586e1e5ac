package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;

/**
 * The settings of a channel that have a first day: what happened before it goes by what was set then. Accounts have none.
 *
 * @param refundsOwed whether a cancelled order's money is owed to the shopper until it is given back
 */
public record Policies(
        Channel.CostOfGoods costOfGoods,
        Channel.CostOfGoodsOnRefund costOfGoodsOnRefund,
        JournalSettings.Recognition recognition,
        boolean refundsOwed) {

    /** As they are set. */
    public static Policies of(JournalSettings journal, Channel channel) {
        return new Policies(
                channel.costOfGoods(),
                channel.costOfGoodsOnRefund(),
                journal.recognition(),
                channel.account(Role.REFUNDS_OWED).isPresent());
    }
}
