package io.ledgerbridge.posting;

import io.ledgerbridge.posting.amounts.Amounts;
import java.util.Currency;

/**
 * What the ledger holds, or should hold.
 *
 * @param posted in Sage X3
 * @param memo in our books alone
 */
public record LedgerAmounts(Amounts posted, Amounts memo) {

    static LedgerAmounts none(Currency currency) {
        return new LedgerAmounts(Amounts.none(currency), Amounts.none(currency));
    }

    LedgerAmounts plus(LedgerAmounts other) {
        return new LedgerAmounts(posted.plus(other.posted), memo.plus(other.memo));
    }

    LedgerAmounts minus(LedgerAmounts other) {
        return new LedgerAmounts(posted.minus(other.posted), memo.minus(other.memo));
    }
}
