package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.Goods;
import io.ledgerbridge.posting.amounts.OrderAmounts;
import io.ledgerbridge.posting.amounts.RefundAmounts;
import io.ledgerbridge.posting.rules.Channel;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * What the ledger should hold for an order as it is now.
 *
 * @param refunds those that count, by id
 */
record ExpectedAmounts(LedgerAmounts order, NavigableMap<Long, LedgerAmounts> refunds) {

    /**
     * The order's lines, and those of every refund that counts.
     *
     * @param isPosted by id, whether a refund is in the ledger already
     * @throws CannotPost where the shop's figures leave doubt
     */
    static ExpectedAmounts of(
            OrderReading reading, Channel channel, EntryFormat form, LongPredicate isPosted, Money limit) {
        Amounts order = new OrderAmounts(reading, limit).all();
        Amounts refundable = channel.costOfGoodsOnRefund() == Channel.CostOfGoodsOnRefund.REVERSE
                ? order
                : order.without(Goods.ROLES);
        NavigableMap<Long, LedgerAmounts> refunds = new TreeMap<>();
        new RefundAmounts(reading, refundable, isPosted, limit)
                .byId()
                .forEach((id, amounts) -> refunds.put(id, form.shape(amounts)));
        return new ExpectedAmounts(form.shape(order), refunds);
    }

    LedgerAmounts refund(long id) {
        return refunds.getOrDefault(id, LedgerAmounts.none(order.posted().currency()));
    }

    LedgerAmounts total() {
        return refunds.values().stream().reduce(order, LedgerAmounts::plus);
    }
}
