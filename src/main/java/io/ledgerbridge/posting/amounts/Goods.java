package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.Currency;

/** The cost of the goods that are sold or come back. */
public final class Goods {

    private Goods() {}

    /** Cost of goods in debit and inventory in credit; the other way round where the cost is below zero. */
    static Amounts at(BigDecimal cost, Currency currency) {
        Money rounded = Money.rounded(cost, currency);
        return Amounts.none(currency).plus(Role.COST_OF_GOODS, rounded).plus(Role.INVENTORY, rounded.negated());
    }
}
