package io.ledgerbridge.posting.amounts;

import java.util.Currency;

/**
 * What the ledger holds, or should hold.
 *
 * @param posted in Sage X3
 * @param memo in our books alone
 */
public record LedgerAmounts(Amounts posted, Amounts memo) {

    public static LedgerAmounts none(Currency currency) {
        return new LedgerAmounts(Amounts.none(currency), Amounts.none(currency));
    }

    public LedgerAmounts plus(LedgerAmounts other) {
        return new LedgerAmounts(posted.plus(other.posted), memo.plus(other.memo));
    }

    public LedgerAmounts minus(LedgerAmounts other) {
        return new LedgerAmounts(posted.minus(other.posted), memo.minus(other.memo));
    }
}
