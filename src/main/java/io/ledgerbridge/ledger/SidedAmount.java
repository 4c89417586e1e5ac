package io.ledgerbridge.ledger;

/**
 * An amount as it is written on one side of an account.
 *
 * @param sign 1 on the debit side, -1 on the credit side, as Sage X3's SNS
 * @param amount below zero only where {@link NegativeAmounts#KEEP} says so
 */
public record SidedAmount(int sign, Money amount) {

    /** A line's amount: times its sign it is always the line's own, whichever way negative ones are written. */
    public static SidedAmount of(JournalLine line, NegativeAmounts negativeAmounts) {
        int sign = sign(line, negativeAmounts);
        return new SidedAmount(sign, sign < 0 ? line.amount().negated() : line.amount());
    }

    private static int sign(JournalLine line, NegativeAmounts negativeAmounts) {
        return switch (negativeAmounts) {
            case SWAP_SIDES -> line.amount().signum();
            case KEEP ->
                switch (line.role().side()) {
                    case DEBIT -> 1;
                    case CREDIT -> -1;
                    case BY_SIGN -> line.amount().signum();
                };
        };
    }
}
