package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.api.Previews;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Plans orders anew, some at a time. */
@Component
class GroupPreviews {

    /** So many at a time, since each is read from BigCommerce. */
    static final int AT_ONCE = 20;

    private final Previews previews;
    private final AccountChanges changes;

    GroupPreviews(Previews previews, AccountChanges changes) {
        this.previews = previews;
        this.changes = changes;
    }

    /**
     * Those of a selection that come next.
     *
     * @param from how many come before
     * @param total of the selection
     */
    GroupPreview of(List<OrderKey> next, int from, int total) {
        List<PreviewedOrder> orders =
                next.stream().limit(AT_ONCE).map(this::preview).toList();
        return new GroupPreview(orders, changes.of(orders), from, total);
    }

    private PreviewedOrder preview(OrderKey key) {
        try {
            return new PreviewedOrder(key, previews.of(key.store(), key.order()), null);
        } catch (ResponseStatusException unread) {
            return new PreviewedOrder(key, null, unread.getReason());
        }
    }
}
