package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.rules.PaymentSource;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.posting.rules.Tenders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits the receivable by way of paying (accounting rules, "Ways of paying").
 *
 * @param limit the largest difference that may be rounding
 */
record TenderSplit(Payments payments, Tenders tenders, SplitRefusals refusals, Money limit) {

    private static final Set<Role> RECEIVABLE = Set.of(Role.RECEIVABLE);

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

    /** Of a refund, by its payments' providers; without payments, in proportion of what is left by each. */
    Amounts paidBack(CountedRefund refund, Amounts byRole, Amounts left) {
        Money back = byRole.of(Role.RECEIVABLE);
        if (back.isZero()) {
            return byRole;
        }
        Map<Purpose, BigDecimal> weights = refund.refund().payments().isEmpty() ? held(left) : providers(refund);
        return Shares.sum(weights).signum() == 0
                ? byRole
                : replaced(
                        byRole,
                        refund.refund().payments().isEmpty()
                                ? Shares.inProportion(back, weights)
                                : Shares.rounded(back, weights));
    }

    private Map<Purpose, BigDecimal> providers(CountedRefund refund) {
        Map<Purpose, BigDecimal> sums = new TreeMap<>();
        refund.acceptedPayments()
                .filter(Refund.Payment::isMoney)
                .forEach(payment ->
                        sums.merge(purpose(refund, payment), payment.amount().negate(), BigDecimal::add));
        return sums;
    }

    private static Map<Purpose, BigDecimal> held(Amounts left) {
        Map<Purpose, BigDecimal> held = new TreeMap<>();
        left.only(RECEIVABLE).byPurpose().forEach((purpose, amount) -> {
            if (amount.signum() > 0) {
                held.put(purpose, amount.amount());
            }
        });
        return held;
    }

    /** What a refund was paid back by has the order's own name only where it is the order's own way. */
    private PaymentSource source(Refund.Payment payment) {
        PaymentSource own = payments.own();
        boolean isOwn = Objects.equals(own.gateway(), payment.providerId());
        return new PaymentSource(payment.providerId(), payment.offline() ? "offline" : null, isOwn ? own.name() : null);
    }

    /** Of a refund that people recorded here, they name the way themselves. */
    private Purpose purpose(CountedRefund refund, Refund.Payment payment) {
        PaymentSource source = source(payment);
        Optional<TenderRow> named = RefundId.isRecorded(refund.id()) && source.gateway() != null
                ? tenders.named(source.gateway())
                : Optional.empty();
        return named.map(row -> purpose(row, source)).orElseGet(() -> purpose(source));
    }

    private Purpose purpose(PaymentSource source) {
        return purpose(tenders.find(source).orElseThrow(() -> refusals.unknownTender(source)), source);
    }

    private Purpose purpose(TenderRow row, PaymentSource source) {
        return switch (row.outcome()) {
            case ACCOUNT -> Purpose.paidBy(Objects.requireNonNull(row.name()));
            case NO_ENTRY -> throw refusals.withoutEntry(source);
            case PARK -> throw refusals.unknownTender(source);
        };
    }

    private static Amounts replaced(Amounts byRole, Map<Purpose, Money> receivable) {
        Amounts all = byRole.without(RECEIVABLE);
        for (Map.Entry<Purpose, Money> each : receivable.entrySet()) {
            all = all.plus(each.getKey(), each.getValue());
        }
        return all;
    }
}
