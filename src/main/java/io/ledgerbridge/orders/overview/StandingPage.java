package io.ledgerbridge.orders.overview;

import io.ledgerbridge.orders.OrderPage;

/**
 * A page of a list, and how its orders and those of all other states stand that are looked for by the same.
 *
 * @param found the page
 * @param totals whatever state is asked for: each is the count of the list of that state
 */
public record StandingPage(OrderPage found, OrderTotals totals) {

    /** There is none. */
    public static final StandingPage NONE = new StandingPage(OrderPage.NONE, OrderTotals.NONE);
}
