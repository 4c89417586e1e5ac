package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;

/** The cost of the goods that are sold or come back. */
public final class Goods {

    public static final Set<Role> ROLES = Set.copyOf(EnumSet.of(Role.COST_OF_GOODS, Role.INVENTORY));

    private Goods() {}

    /** Cost of goods in debit and inventory in credit; the other way round where the cost is below zero. */
    static Amounts at(BigDecimal cost, Currency currency) {
        Money rounded = Money.rounded(cost, currency);
        return Amounts.none(currency).plus(Role.COST_OF_GOODS, rounded).plus(Role.INVENTORY, rounded.negated());
    }
}
