package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.amounts.OrderAmounts;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.amounts.RefundAmounts;
import io.ledgerbridge.posting.amounts.RefundLimits;
import io.ledgerbridge.posting.amounts.Splits;
import io.ledgerbridge.posting.explained.HeldTerms;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.Should;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Policies;
import io.ledgerbridge.posting.rules.PolicyHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * What the ledger should hold for an order as it is now.
 *
 * @param refunds those that count and could be split, by id
 * @param refused why each of the others couldn't, by id
 * @param flags what a person should know of the refunds
 */
record ExpectedAmounts(
        LedgerAmounts order,
        NavigableMap<Long, LedgerAmounts> refunds,
        NavigableMap<Long, CannotPost> refused,
        List<OrderFlag> flags,
        Figures figures) {

    /**
     * The figures of these amounts.
     *
     * @param ofRefund of a refund by its id
     */
    record Figures(Should ofOrder, LongFunction<Map<Purpose, Reckoning>> ofRefund) {}

    /**
     * The order's lines, and those of every refund that counts.
     *
     * @param lists split them by way of paying and by tax code
     * @param isSetAside by id, whether a person has booked a refund by hand
     * @throws CannotPost where the shop's figures for the order leave doubt
     */
    static ExpectedAmounts of(
            OrderReading reading,
            PolicyHistory policies,
            EntryFormat form,
            Splits lists,
            Money limit,
            LongPredicate isSetAside) {
        OrderAmounts byRole = new OrderAmounts(reading, limit);
        Amounts order = lists.ordered(byRole.all());
        new RefundLimits(reading, order, limit).checkUnits(isSetAside);
        RefundAmounts split = new RefundAmounts(reading, order, lists, limit, isSetAside);
        NavigableMap<Long, LedgerAmounts> refunds = new TreeMap<>();
        List<OrderFlag> flags = new ArrayList<>();
        split.splits().forEach((id, one) -> {
            refunds.put(id, form.shape(goodsReturned(one.amounts(), policies.at(createdAt(reading, id)))));
            flags.addAll(one.flags());
        });
        Should ofOrder = () -> lists.orderedTerms(byRole.all(), byRole.terms());
        Figures figures =
                new Figures(() -> form.shaped(ofOrder.terms()), id -> form.shaped(split.terms(id, ofOrder.terms())));
        return new ExpectedAmounts(form.shape(order), refunds, split.refused(), flags, figures);
    }

    private static Instant createdAt(OrderReading reading, long refund) {
        return reading.refund(refund).orElseThrow().created().toInstant();
    }

    /** By what was set when it was refunded. */
    private static Amounts goodsReturned(Amounts refund, Policies policies) {
        return policies.costOfGoodsOnRefund() == Channel.CostOfGoodsOnRefund.REVERSE
                ? refund
                : refund.without(Role.Kind.GOODS);
    }

    /** The same, where a refund that can't be split any more stays as it was posted. */
    ExpectedAmounts withPosted(long refund, LedgerAmounts posted) {
        NavigableMap<Long, LedgerAmounts> all = new TreeMap<>(refunds);
        all.put(refund, posted);
        NavigableMap<Long, CannotPost> stays = new TreeMap<>(refused);
        stays.computeIfPresent(refund, (id, refusal) -> refusal.ofPosted(id));
        return new ExpectedAmounts(order, all, stays, flags, figures);
    }

    /** The same without a refund that can't be entered. */
    ExpectedAmounts without(long refund, CannotPost refusal) {
        NavigableMap<Long, LedgerAmounts> others = new TreeMap<>(refunds);
        others.remove(refund);
        NavigableMap<Long, CannotPost> more = new TreeMap<>(refused);
        more.put(refund, refusal);
        return new ExpectedAmounts(order, others, more, flags, figures);
    }

    /** Nothing where it couldn't be split. */
    LedgerAmounts refund(long id) {
        return refunds.getOrDefault(id, LedgerAmounts.none(order.posted().currency()));
    }

    /** The figures of the order's own amounts. */
    Should shouldOfOrder() {
        return figures.ofOrder();
    }

    /** The figures of a refund. */
    Should shouldOf(long refund) {
        return () -> figures.ofRefund().apply(refund);
    }

    /** A refund as one figure a purpose, told by its own journal. */
    Should shouldAs(long refund) {
        return () -> HeldTerms.ofRefund(refund, refund(refund));
    }

    /** Those of the order, and each refund as one. */
    Should shouldOfAll() {
        return List.copyOf(refunds.keySet()).stream().map(this::shouldAs).reduce(shouldOfOrder(), Should::plus);
    }

    LedgerAmounts total() {
        return refunds.values().stream().reduce(order, LedgerAmounts::plus);
    }
}
