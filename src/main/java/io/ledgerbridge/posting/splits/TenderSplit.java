package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.rules.PaymentSource;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.posting.rules.Tenders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits an order's receivable by way of paying (accounting rules, "Ways of paying").
 *
 * @param limit the largest difference that may be rounding
 */
record TenderSplit(Payments payments, Tenders tenders, SplitRefusals refusals, Money limit) {

    static final Set<Role> RECEIVABLE = Set.of(Role.RECEIVABLE);

    /** Of the order; as long as it isn't paid, the receivable as such. */
    Amounts ordered(Amounts byRole) {
        Money due = byRole.of(Role.RECEIVABLE);
        if (due.isZero()) {
            return byRole;
        }
        List<Payments.Payment> captured = payments.captured();
        if (!captured.isEmpty()) {
            return replaced(byRole, paid(due, captured));
        }
        return payments.whole()
                .map(source -> replaced(byRole, Map.of(purpose(source), due)))
                .orElse(byRole);
    }

    /** Each payment its own amount; what they leave of what is due goes to the first. */
    private Map<Purpose, Money> paid(Money due, List<Payments.Payment> captured) {
        Map<Purpose, Money> paid = new TreeMap<>();
        for (Payments.Payment payment : captured) {
            paid.merge(purpose(payment.source()), Money.rounded(payment.amount(), due.currency()), Money::plus);
        }
        Money left = paid.values().stream().reduce(due, Money::minus);
        if (left.plus(limit).signum() < 0) {
            throw refusals.paymentsExceed(due.minus(left), due);
        }
        paid.merge(purpose(captured.get(0).source()), left, Money::plus);
        return paid;
    }

    Purpose purpose(PaymentSource source) {
        return purpose(tenders.find(source).orElseThrow(() -> refusals.unknownTender(source)), source);
    }

    Purpose purpose(TenderRow row, PaymentSource source) {
        return switch (row.outcome()) {
            case ACCOUNT -> Purpose.paidBy(Objects.requireNonNull(row.name()));
            case NO_ENTRY -> throw refusals.withoutEntry(source);
            case PARK -> throw refusals.unknownTender(source);
        };
    }

    static Amounts replaced(Amounts byRole, Map<Purpose, Money> receivable) {
        Amounts all = byRole.without(RECEIVABLE);
        for (Map.Entry<Purpose, Money> each : receivable.entrySet()) {
            all = all.plus(each.getKey(), each.getValue());
        }
        return all;
    }
}
