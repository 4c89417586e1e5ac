package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.CountedRefund;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person has decided about an order, or about one refund of it: nothing is posted for it by itself. It lasts until it
 * is undone.
 *
 * @param refund BigCommerce's id of the refund; 0 for the order as a whole
 * @param kept what stood at its first reading since; null until then
 * @param difference whether a person asked for what changed since to be posted
 */
public record SetAside(long refund, @Nullable Kept kept, boolean difference) {

    /** Of the order as a whole. */
    public static final long ORDER = 0;

    /** How a refund stands in a reading. */
    public static Kept ofRefund(OrderReading reading, long refund) {
        String currency = reading.order().currencyCode();
        return new Kept(
                CountedRefund.of(reading).stream()
                        .filter(one -> one.id() == refund)
                        .map(one -> "%s with tax of %s"
                                .formatted(
                                        Money.shown(one.counted(one.refund().totalAmount()), currency),
                                        Money.shown(one.counted(one.refund().totalTax()), currency)))
                        .findFirst()
                        .orElse("nothing"),
                true,
                List.of(),
                Map.of());
    }

    /**
     * How an order, or a refund, stood when it was set aside.
     *
     * @param figures its total, tax and refunds, and what its status means, by which a change shows where it couldn't be
     *     planned; what a refund paid back
     * @param isPlanned whether it could
     * @param entries what would have been posted, which counts as posted since
     * @param refunds those that could not be planned, by id, with what they paid back: they count as booked by hand
     */
    public record Kept(String figures, boolean isPlanned, List<JournalDraft> entries, Map<Long, String> refunds) {

        public Kept {
            entries = List.copyOf(entries);
            refunds = refunds == null ? Map.of() : Map.copyOf(refunds);
        }
    }
}
