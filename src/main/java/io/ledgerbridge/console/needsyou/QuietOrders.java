package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.overview.LastPosted;
import io.ledgerbridge.orders.overview.Overviews;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Says how much there is that needs nobody. */
@Component
class QuietOrders {

    private final OrderList orders;
    private final Overviews overviews;
    private final LastPosted lastPosted;
    private final Clock clock;

    QuietOrders(OrderList orders, Overviews overviews, LastPosted lastPosted, Clock clock) {
        this.orders = orders;
        this.overviews = overviews;
        this.lastPosted = lastPosted;
        this.clock = clock;
    }

    Quiet of(Chosen chosen) {
        OrderFilter days = OrderFilter.of(chosen.store(), chosen.from(), chosen.to());
        return new Quiet(
                overviews.totals(orders.select(days)).known(),
                lastPosted
                        .of(chosen.store())
                        .map(last -> Duration.between(last, clock.instant()))
                        .orElse(null));
    }
}
