package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.ShopJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages of an order's refunds that were read so far. A page that is full means another one, whatever {@code meta}
 * says. One with nothing new is the last, as where all of them come whatever page is asked for.
 *
 * @param refunds by id, each as it was read last
 * @param next number of the next page, from 1
 */
public record RefundPages(long order, List<Refund> refunds, int next, boolean incomplete) {

    /** Refunds a page: the most that BigCommerce gives. */
    public static final int LIMIT = 250;

    private static final int SERVERS_PAGE = 50;

    /** The most refunds of one order that are read. */
    static final int MOST = 10_000;

    public RefundPages {
        refunds = List.copyOf(refunds);
    }

    static RefundPages none(long order) {
        return new RefundPages(order, List.of(), 1, true);
    }

    /**
     * With one more page.
     *
     * @throws io.ledgerbridge.faults.Fault where it has a refund of another order, or where there is no end of them
     */
    RefundPages with(List<Refund> page) {
        Map<Long, Refund> all = new LinkedHashMap<>();
        refunds.forEach(refund -> all.put(refund.id(), refund));
        for (Refund refund : page) {
            if (refund.id() <= 0 || refund.orderId() != order || refund.created() == null) {
                throw ShopJson.unreadable(
                        "refunds of order %d: one lacks its id or date, or is another order's".formatted(order), null);
            }
            all.put(refund.id(), refund);
        }
        if (all.size() > MOST) {
            throw ShopJson.unreadable("order %d has more than %d refunds".formatted(order, MOST), null);
        }
        boolean more = mayBeFull(page) && all.size() > refunds.size();
        return new RefundPages(order, new ArrayList<>(all.values()), next + 1, more);
    }

    /** A server may give fewer a page than it is asked for: BigCommerce's own page sizes are multiples of 50. */
    private static boolean mayBeFull(List<Refund> page) {
        return page.size() >= LIMIT || (!page.isEmpty() && page.size() % SERVERS_PAGE == 0);
    }
}
