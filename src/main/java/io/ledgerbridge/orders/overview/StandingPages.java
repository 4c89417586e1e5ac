package io.ledgerbridge.orders.overview;

import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.orders.TooManyMatches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a page of a list with its totals at one moment, so that they agree whatever others change meanwhile. */
@Component
public class StandingPages {

    private final OrderList orders;
    private final Overviews overviews;

    StandingPages(OrderList orders, Overviews overviews) {
        this.orders = orders;
        this.overviews = overviews;
    }

    /**
     * One page.
     *
     * @param last the last order of the page before; null for the first
     * @param size 1 or more
     * @throws TooManyMatches where its text is the beginning of too much
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public StandingPage page(OrderFilter filter, @Nullable OrderCursor last, int size) {
        OrderSelection asked = orders.select(filter);
        OrderSelection ofAnyState = filter.state() == null ? asked : orders.select(filter.in(null));
        return new StandingPage(orders.page(asked, last, size), overviews.totals(ofAnyState));
    }
}
