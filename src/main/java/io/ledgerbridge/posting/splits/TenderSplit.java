package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
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

    /** The figures of each way of paying; the first one's are what is due, less all others. */
    Map<Purpose, Reckoning> terms(Amounts byRole, Terms due) {
        Map<Purpose, Reckoning> all = new TreeMap<>();
        List<Payments.Payment> captured = payments.captured();
        Amounts ordered = ordered(byRole).only(RECEIVABLE);
        Purpose first = captured.isEmpty() ? null : purpose(captured.get(0).source());
        ordered.byPurpose().forEach((purpose, amount) -> {
            boolean isLeft = captured.isEmpty() || purpose.equals(first);
            Terms its = isLeft ? due.plus(others(purpose, ordered)) : paid(purpose);
            all.put(
                    purpose,
                    new Reckoning(purpose.tender() == null ? RuleName.RECEIVABLE : RuleName.WAYS_OF_PAYING, its));
        });
        return all;
    }

    private Terms paid(Purpose way) {
        return Terms.sum(payments.captured().stream()
                .filter(payment -> purpose(payment.source()).equals(way))
                .map(payment -> Terms.of(
                        "transactions id %d amount".formatted(payment.transaction()),
                        payment.amount(),
                        "transaction %d (%s)"
                                .formatted(
                                        payment.transaction(), payment.source().words()))));
    }

    private static Terms others(Purpose way, Amounts ordered) {
        return Terms.sum(ordered.byPurpose().entrySet().stream()
                .filter(other -> !other.getKey().equals(way))
                .map(other -> Terms.of(
                        "paid by %s".formatted(other.getKey().tender()),
                        other.getValue().negated().amount(),
                        "what was paid by %s".formatted(other.getKey().tender()))));
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
