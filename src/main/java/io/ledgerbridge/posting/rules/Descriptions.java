package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;

/** How entries and lines are described; Sage X3 keeps 30 characters, which is enough for ids of six digits. */
public record Descriptions(long order) {

    private static final String NET = " net";

    /**
     * An entry's description, and its lines'.
     *
     * @param netOfDiscounts whether the discount is taken off its revenue, whose line then says so
     */
    public record Text(String entry, boolean netOfDiscounts) {

        public String of(Role role) {
            return netOfDiscounts && role == Role.REVENUE ? entry + NET : entry;
        }

        public Text net(boolean isNet) {
            return new Text(entry, isNet);
        }
    }

    public Text first() {
        return new Text("BigCommerce order " + order, false);
    }

    public Text adjustment() {
        return new Text("Adjustment of order " + order, false);
    }

    /** Of an edit that moves a posted refund between revenue and discounts. */
    public Text split(long refund) {
        return new Text("Order %d, split of refund %s".formatted(order, RefundId.name(refund)), false);
    }

    public Text reversal() {
        return new Text("Reversal of order " + order, false);
    }

    public Text refund(long refund) {
        return new Text("Refund %s of order %d".formatted(RefundId.name(refund), order), false);
    }

    /** Whether a line holds revenue from which the discount was taken off. */
    public static boolean isNetOfDiscounts(JournalLine line) {
        return line.role() == Role.REVENUE && line.description().endsWith(NET);
    }
}
