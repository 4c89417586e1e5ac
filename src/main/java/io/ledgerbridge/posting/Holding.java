package io.ledgerbridge.posting;

import io.ledgerbridge.posting.amounts.Amounts;
import java.util.Currency;

/**
 * What the ledger holds, or should hold.
 *
 * @param posted in Sage X3
 * @param memo in our books alone
 */
public record Holding(Amounts posted, Amounts memo) {

    static Holding none(Currency currency) {
        return new Holding(Amounts.none(currency), Amounts.none(currency));
    }

    Holding plus(Holding other) {
        return new Holding(posted.plus(other.posted), memo.plus(other.memo));
    }

    Holding minus(Holding other) {
        return new Holding(posted.minus(other.posted), memo.minus(other.memo));
    }
}
