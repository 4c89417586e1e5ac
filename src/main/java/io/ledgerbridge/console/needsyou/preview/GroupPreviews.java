package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.ParkedOrders;
import java.util.List;
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

    /** The first of some that are ticked. */
    GroupPreview of(List<OrderKey> ticked) {
        return of(ticked.stream().limit(AT_ONCE).toList(), 0, ticked.size(), null);
    }

    /**
     * The next of all that a filter shows, those that come to most first.
     *
     * @param last behind which they come; null for the first
     * @param from how many come before
     */
    GroupPreview of(ParkedFilter filter, @Nullable ParkedCursor last, int from) {
        List<ParkedOrder> found = parked.after(filter, last, AT_ONCE + 1);
        boolean more = found.size() > AT_ONCE;
        List<ParkedOrder> shown = more ? found.subList(0, AT_ONCE) : found;
        return of(
                shown.stream().map(OrderKey::of).toList(),
                from,
                Math.max(parked.count(filter), from + shown.size()),
                more ? ParkedCursor.of(shown.get(AT_ONCE - 1)).text() : null);
    }

    private GroupPreview of(List<OrderKey> keys, int from, long total, @Nullable String next) {
        List<PreviewedOrder> orders = keys.stream().map(this::preview).toList();
        return new GroupPreview(orders, StoreBalance.together(orders), from, total, next);
    }

    private PreviewedOrder preview(OrderKey key) {
        try {
            return new PreviewedOrder(key, previews.of(key.store(), key.order()), null);
        } catch (ResponseStatusException unread) {
            return new PreviewedOrder(key, null, unread.getReason());
        }
    }
}
