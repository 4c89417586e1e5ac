package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;
import java.util.List;

/**
 * The settings of a channel that have a first day: what happened before it goes by what was set then. Accounts have none.
 *
 * @param refundsOwed whether a cancelled order's money is owed to the shopper until it is given back
 * @param tenders the rows by way of paying. Whether there are any is the policy; which row is for a payment is mapping
 * @param taxes the rows by tax rate, likewise
 */
public record Policies(
        Channel.CostOfGoods costOfGoods,
        Channel.CostOfGoodsOnRefund costOfGoodsOnRefund,
        JournalSettings.Recognition recognition,
        boolean refundsOwed,
        List<TenderRow> tenders,
        List<TaxRow> taxes) {

    public Policies {
        tenders = tenders == null ? List.of() : List.copyOf(tenders);
        taxes = taxes == null ? List.of() : List.copyOf(taxes);
    }

    /** As they are set. */
    public static Policies of(JournalSettings journal, Channel channel) {
        return new Policies(
                channel.costOfGoods(),
                channel.costOfGoodsOnRefund(),
                journal.recognition(),
                channel.account(Role.REFUNDS_OWED).isPresent(),
                channel.tenders(),
                channel.taxes());
    }
}
