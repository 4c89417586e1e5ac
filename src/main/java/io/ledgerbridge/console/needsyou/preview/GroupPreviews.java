package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.Balance;
import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Plans orders anew, some at a time. */
@Component
class GroupPreviews {

    /** So many at a time, since each is read from BigCommerce. */
    static final int AT_ONCE = 20;

    private final WorkPreviews previews;

    GroupPreviews(WorkPreviews previews) {
        this.previews = previews;
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
        return new GroupPreview(orders, accounts(orders), from, total);
    }

    /** Of those that could be told. */
    private static List<Balance> accounts(List<PreviewedOrder> orders) {
        return Balance.together(orders.stream()
                .map(PreviewedOrder::view)
                .filter(Objects::nonNull)
                .flatMap(view -> view.accounts().stream()));
    }

    private PreviewedOrder preview(OrderKey key) {
        try {
            return new PreviewedOrder(key, previews.of(key.store(), key.order()), null);
        } catch (ResponseStatusException unread) {
            return new PreviewedOrder(key, null, unread.getReason());
        }
    }
}
