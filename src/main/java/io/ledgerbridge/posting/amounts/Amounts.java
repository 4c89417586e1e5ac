package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One amount a role, all in one currency: positive for a debit, negative for a credit.
 *
 * @param byRole never zero; a role that is absent has no amount
 */
public record Amounts(Currency currency, Map<Role, Money> byRole) {

    public Amounts {
        EnumMap<Role, Money> kept = new EnumMap<>(Role.class);
        byRole.forEach((role, amount) -> {
            if (!amount.isZero()) {
                kept.put(role, amount);
            }
        });
        byRole = Collections.unmodifiableMap(kept);
    }

    public static Amounts none(Currency currency) {
        return new Amounts(currency, Map.of());
    }

    /** The sums by role of lines that are all in this currency. */
    public static Amounts sum(Currency currency, Stream<JournalLine> lines) {
        Map<Role, Money> sums = new EnumMap<>(Role.class);
        lines.forEach(line -> sums.merge(line.role(), line.amount(), Money::plus));
        return new Amounts(currency, sums);
    }

    public Money of(Role role) {
        return byRole.getOrDefault(role, Money.zero(currency));
    }

    public Amounts plus(Role role, Money amount) {
        EnumMap<Role, Money> sums = copy();
        sums.merge(role, amount, Money::plus);
        return new Amounts(currency, sums);
    }

    public Amounts plus(Amounts other) {
        EnumMap<Role, Money> sums = copy();
        other.byRole.forEach((role, amount) -> sums.merge(role, amount, Money::plus));
        return new Amounts(currency, sums);
    }

    public Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    Amounts negated() {
        EnumMap<Role, Money> negated = copy();
        negated.replaceAll((role, amount) -> amount.negated());
        return new Amounts(currency, negated);
    }

    public Amounts only(Role.Kind kind) {
        EnumMap<Role, Money> kept = copy();
        kept.keySet().removeIf(role -> role.kind() != kind);
        return new Amounts(currency, kept);
    }

    public Amounts without(Role.Kind kind) {
        EnumMap<Role, Money> kept = copy();
        kept.keySet().removeIf(role -> role.kind() == kind);
        return new Amounts(currency, kept);
    }

    public Amounts only(Set<Role> roles) {
        EnumMap<Role, Money> kept = copy();
        kept.keySet().retainAll(roles);
        return new Amounts(currency, kept);
    }

    public Amounts without(Set<Role> roles) {
        EnumMap<Role, Money> kept = copy();
        kept.keySet().removeAll(roles);
        return new Amounts(currency, kept);
    }

    /** Zero where the sides agree. */
    Money sum() {
        return byRole.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    public boolean isNone() {
        return byRole.isEmpty();
    }

    private EnumMap<Role, Money> copy() {
        EnumMap<Role, Money> copy = new EnumMap<>(Role.class);
        copy.putAll(byRole);
        return copy;
    }
}
