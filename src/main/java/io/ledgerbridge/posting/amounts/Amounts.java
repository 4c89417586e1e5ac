package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One amount a purpose, all in one currency: positive for a debit, negative for a credit.
 *
 * @param byPurpose never zero; a purpose that is absent has no amount
 */
public record Amounts(Currency currency, Map<Purpose, Money> byPurpose) {

    public Amounts {
        TreeMap<Purpose, Money> kept = new TreeMap<>();
        byPurpose.forEach((purpose, amount) -> {
            if (!amount.isZero()) {
                kept.put(purpose, amount);
            }
        });
        byPurpose = Collections.unmodifiableMap(kept);
    }

    public static Amounts none(Currency currency) {
        return new Amounts(currency, Map.of());
    }

    /** One amount a role, of roles that are not split. */
    static Amounts ofRoles(Currency currency, Map<Role, Money> byRole) {
        TreeMap<Purpose, Money> amounts = new TreeMap<>();
        byRole.forEach((role, amount) -> amounts.put(Purpose.of(role), amount));
        return new Amounts(currency, amounts);
    }

    /** The sums by purpose of lines that are all in this currency. */
    public static Amounts sum(Currency currency, Stream<JournalLine> lines) {
        Map<Purpose, Money> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.purpose(), line.amount(), Money::plus));
        return new Amounts(currency, sums);
    }

    /** Of a role, however it is split. */
    public Money of(Role role) {
        return byPurpose.entrySet().stream()
                .filter(amount -> amount.getKey().role() == role)
                .map(Map.Entry::getValue)
                .reduce(Money.zero(currency), Money::plus);
    }

    public Money of(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, Money.zero(currency));
    }

    public Amounts plus(Role role, Money amount) {
        return plus(Purpose.of(role), amount);
    }

    public Amounts plus(Purpose purpose, Money amount) {
        TreeMap<Purpose, Money> sums = new TreeMap<>(byPurpose);
        sums.merge(purpose, amount, Money::plus);
        return new Amounts(currency, sums);
    }

    public Amounts plus(Amounts other) {
        TreeMap<Purpose, Money> sums = new TreeMap<>(byPurpose);
        other.byPurpose.forEach((purpose, amount) -> sums.merge(purpose, amount, Money::plus));
        return new Amounts(currency, sums);
    }

    public Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    public Amounts negated() {
        TreeMap<Purpose, Money> negated = new TreeMap<>(byPurpose);
        negated.replaceAll((purpose, amount) -> amount.negated());
        return new Amounts(currency, negated);
    }

    public Amounts only(Role.Kind kind) {
        return only(purpose -> purpose.role().kind() == kind);
    }

    public Amounts without(Role.Kind kind) {
        return only(purpose -> purpose.role().kind() != kind);
    }

    public Amounts only(Set<Role> roles) {
        return only(purpose -> roles.contains(purpose.role()));
    }

    public Amounts without(Set<Role> roles) {
        return only(purpose -> !roles.contains(purpose.role()));
    }

    /** One amount a role, with no regard to tenders and tax codes. */
    public Amounts byRole() {
        Amounts roles = none(currency);
        for (Map.Entry<Purpose, Money> amount : byPurpose.entrySet()) {
            roles = roles.plus(amount.getKey().role(), amount.getValue());
        }
        return roles;
    }

    /** Zero where the sides agree. */
    public Money sum() {
        return byPurpose.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    public boolean isNone() {
        return byPurpose.isEmpty();
    }

    private Amounts only(Predicate<Purpose> which) {
        TreeMap<Purpose, Money> kept = new TreeMap<>(byPurpose);
        kept.keySet().removeIf(which.negate());
        return new Amounts(currency, kept);
    }
}
