package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Descriptions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form in which a channel wants its entries.
 *
 * @param netOfDiscounts whether discounts are taken off revenue
 */
record EntryFormat(boolean netOfDiscounts, Channel.CostOfGoods costOfGoods) {

    private static final Set<Role> DISCOUNTS = Set.copyOf(EnumSet.of(Role.DISCOUNTS));

    /** @param costOfGoods what was to become of it on the order's own date */
    static EntryFormat of(Channel channel, Channel.CostOfGoods costOfGoods) {
        return new EntryFormat(channel.account(Role.DISCOUNTS).isEmpty(), costOfGoods);
    }

    /** The form in which an order stands, where its journals tell; else this one. */
    EntryFormat orThatOf(PostedJournals journals) {
        PostedJournals standing = OrderPart.of(journals).standing();
        return standing.comesToNothing() ? this : new EntryFormat(isNetOfDiscounts(standing), costOfGoods(standing));
    }

    private boolean isNetOfDiscounts(PostedJournals standing) {
        boolean net = standing.lines().anyMatch(Descriptions::isNetOfDiscounts);
        boolean apart = standing.lines().anyMatch(line -> line.role() == Role.DISCOUNTS);
        return net || (!apart && netOfDiscounts);
    }

    private Channel.CostOfGoods costOfGoods(PostedJournals standing) {
        if (standing.lines().anyMatch(line -> line.role().kind() == Role.Kind.GOODS)) {
            return Channel.CostOfGoods.POST;
        }
        return standing.memo().findAny().isPresent() ? Channel.CostOfGoods.MEMO : costOfGoods;
    }

    /** @param amounts with the discount apart and the cost of goods among them */
    LedgerAmounts shape(Amounts amounts) {
        Amounts lines = net(amounts.without(Role.Kind.GOODS));
        Amounts cost = amounts.only(Role.Kind.GOODS);
        Amounts none = Amounts.none(amounts.currency());
        return switch (costOfGoods) {
            case POST -> new LedgerAmounts(lines.plus(cost), none);
            case MEMO -> new LedgerAmounts(lines, cost);
            case OFF -> new LedgerAmounts(lines, none);
        };
    }

    /** The figures of what is in this form. */
    Map<Purpose, Reckoning> shaped(Map<Purpose, Reckoning> terms) {
        Map<Purpose, Reckoning> all = new TreeMap<>(terms);
        if (costOfGoods == Channel.CostOfGoods.OFF) {
            all.keySet().removeIf(purpose -> purpose.role().kind() == Role.Kind.GOODS);
        }
        if (netOfDiscounts) {
            terms.forEach((purpose, its) -> {
                if (purpose.role() == Role.DISCOUNTS && !its.terms().isNone()) {
                    all.remove(purpose);
                    all.merge(
                            Purpose.taxed(Role.REVENUE, purpose.taxCode()),
                            its.ofNetRevenue(),
                            (revenue, less) -> (less.rule() == RuleName.NET_REVENUE ? less : revenue)
                                    .with(revenue.terms().plus(less.terms())));
                }
            });
        }
        return all;
    }

    private Amounts net(Amounts amounts) {
        if (!netOfDiscounts) {
            return amounts;
        }
        Amounts net = amounts.without(DISCOUNTS);
        for (Map.Entry<Purpose, Money> discount :
                amounts.only(DISCOUNTS).byPurpose().entrySet()) {
            net = net.plus(Purpose.taxed(Role.REVENUE, discount.getKey().taxCode()), discount.getValue());
        }
        return net;
    }
}
