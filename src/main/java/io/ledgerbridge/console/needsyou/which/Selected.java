package io.ledgerbridge.console.needsyou.which;

import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedOrders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which orders a form means: the one of the button that was pressed, those that are ticked, or all of a cause. */
@Component
public class Selected {

    /** So many of a cause, those that come to most, as many as a call of the API takes. */
    public static final int MOST = ParkedGroup.MOST_SELECTED;

    private final ParkedOrders orders;

    Selected(ParkedOrders orders) {
        this.orders = orders;
    }

    /**
     * By their numbers.
     *
     * @param only of the button
     * @param ticked of the boxes
     */
    public List<OrderKey> of(@Nullable String only, @Nullable List<String> ticked) {
        if (only != null) {
            return List.of(OrderKey.of(only));
        }
        return OrderKey.all(ticked == null ? List.of() : ticked);
    }

    /** How many a filter shows beside some. */
    public long left(ParkedFilter filter, List<OrderKey> taken) {
        return Math.max(0, orders.count(filter) - taken.size());
    }

    /** All that a filter shows, up to a number. */
    public List<OrderKey> all(ParkedFilter filter, int most) {
        return orders.after(filter, null, most).stream().map(OrderKey::of).toList();
    }
}
