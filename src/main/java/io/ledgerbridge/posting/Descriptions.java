package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;

/** How entries and lines are described; Sage X3 keeps 30 characters, which is enough for ids of six digits. */
record Descriptions(long order) {

    private static final String NET = " net";

    /**
     * An entry's description, and its lines'.
     *
     * @param netOfDiscounts whether the discount is taken off its revenue, whose line then says so
     */
    record Text(String entry, boolean netOfDiscounts) {

        String of(Role role) {
            return netOfDiscounts && role == Role.REVENUE ? entry + NET : entry;
        }

        Text net(boolean isNet) {
            return new Text(entry, isNet);
        }
    }

    Text first() {
        return new Text("BigCommerce order " + order, false);
    }

    Text adjustment() {
        return new Text("Adjustment of order " + order, false);
    }

    Text reversal() {
        return new Text("Reversal of order " + order, false);
    }

    Text refund(long refund) {
        return new Text("Refund %d of order %d".formatted(refund, order), false);
    }

    /** Whether a line holds revenue from which the discount was taken off. */
    static boolean isNetOfDiscounts(JournalLine line) {
        return line.role() == Role.REVENUE && line.description().endsWith(NET);
    }
}
