package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.ParkedOrders;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Plans orders anew, some at a time. */
@Component
class GroupPreviews {

    /** So many at a time, since each is read from BigCommerce. */
    static final int AT_ONCE = 20;

    private final WorkPreviews previews;
    private final ParkedOrders parked;

    GroupPreviews(WorkPreviews previews, ParkedOrders parked) {
        this.parked = parked;
        this.previews = previews;
    }

    /** The first of those that are ticked and were not previewed yet. */
    GroupPreview of(List<OrderKey> ticked, SoFar before) {
        List<OrderKey> shown = ticked.stream().limit(AT_ONCE).toList();
        return of(shown, before, before.orders() + ticked.size(), null, ticked.subList(shown.size(), ticked.size()));
    }

    /**
     * The next of all that a filter shows, those that come to most first.
     *
     * @param last behind which they come; null for the first
     */
    GroupPreview of(ParkedFilter filter, @Nullable ParkedCursor last, SoFar before) {
        return of(
                parked.after(filter, last, AT_ONCE + 1),
                before,
                parked.count(filter),
                order -> ParkedCursor.of(order).text());
    }

    /**
     * The next of a group, by their numbers.
     *
     * @param last behind which they come; 0 for the first
     */
    GroupPreview of(ParkedGroup group, long last, SoFar before) {
        return of(
                parked.after(group, last, AT_ONCE + 1),
                before,
                parked.count(group),
                order -> String.valueOf(order.order().order()));
    }

    private GroupPreview of(List<ParkedOrder> found, SoFar before, long count, Function<ParkedOrder, String> place) {
        boolean more = found.size() > AT_ONCE;
        List<ParkedOrder> shown = more ? found.subList(0, AT_ONCE) : found;
        return of(
                shown.stream().map(OrderKey::of).toList(),
                before,
                Math.max(count, before.orders() + shown.size()),
                more ? place.apply(shown.get(AT_ONCE - 1)) : null,
                List.of());
    }

    private GroupPreview of(List<OrderKey> keys, SoFar before, long total, @Nullable String next, List<OrderKey> rest) {
        List<PreviewedOrder> orders = keys.stream().map(this::preview).toList();
        return new GroupPreview(orders, before.plus(orders), total, next, rest);
    }

    private PreviewedOrder preview(OrderKey key) {
        try {
            return new PreviewedOrder(key, previews.of(key.store(), key.order()), null);
        } catch (ResponseStatusException unread) {
            return new PreviewedOrder(key, null, unread.getReason());
        }
    }
}
