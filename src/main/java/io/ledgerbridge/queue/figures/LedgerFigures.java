package io.ledgerbridge.queue.figures;

/**
 * What the books say of an order: its posted journals, and the day of its first entry. What it is paid by adds up to what
 * BigCommerce says is kept of it, its total less its refunds, once everything is posted. What is owed for a cancelled order
 * is no way of paying: the money is still there.
 */
public final class LedgerFigures {

    private static final String ITS =
            " FROM journal j WHERE j.store = due_order.store AND j.order_id = due_order.order_id";

    private static final String POSTED = ITS + " AND j.state = 'posted'";

    private static final String FIRST_ENTRY = "(SELECT j.accounting_date" + ITS
            + " AND j.kind = 'order' AND j.state <> 'withdrawn' ORDER BY j.id LIMIT 1)";

    private static final String LINES = """
            SELECT coalesce(sum(l.amount), 0) FROM journal j JOIN journal_line l ON l.journal_id = j.id
             WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
               AND (due_order.currency IS NULL OR j.currency = due_order.currency)
               AND NOT l.memo AND l.role""";

    /**
     * Columns of a row of {@code due_order}, to be set from the order's journals. Where its only entry was taken back it is listed
     * under the day on which it was placed again.
     */
    public static final String COLUMNS = "entries = (SELECT count(*)" + POSTED + "), in_ledger = (" + LINES
            + " IN ('receivable', 'gift-certificates-redeemed', 'store-credit')), owed = (" + LINES
            + " = 'refunds-owed'),"
            + " x3_number = (SELECT j.x3_number" + POSTED + " ORDER BY j.id DESC LIMIT 1),"
            + " accounting_date = " + FIRST_ENTRY + ", listed_on = coalesce(" + FIRST_ENTRY + ", placed_on, listed_on)";

    private LedgerFigures() {}
}
