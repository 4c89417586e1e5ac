package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stays known of an order once it was seen.
 *
 * @param pendingSeen whether it was ever seen waiting for its payment, in a reading or in an event
 * @param confirmedAt when it was confirmed; once known it stays
 */
public record OrderFacts(boolean pendingSeen, @Nullable Instant confirmedAt) {

    public static final OrderFacts NONE = new OrderFacts(false, null);

    /**
     * What is known after a reading.
     *
     * @param known what was known before
     * @param events every event kept for the order, in any order, however often each came
     */
    public static OrderFacts after(OrderFacts known, Order order, List<OrderEvent> events) {
        boolean pendingSeen = known.pendingSeen
                || ShopOrderStatus.PENDING.isMeantBy(order.statusId())
                || events.stream().anyMatch(OrderFacts::tellsOfPending);
        return new OrderFacts(pendingSeen, confirmedAt(known, pendingSeen, order, events));
    }

    private static @Nullable Instant confirmedAt(
            OrderFacts known, boolean pendingSeen, Order order, List<OrderEvent> events) {
        if (known.confirmedAt != null) {
            return known.confirmedAt;
        }
        Optional<Instant> reported = events.stream()
                .filter(event -> confirms(event, events))
                .map(OrderEvent::createdAt)
                .min(Comparator.naturalOrder());
        return reported.orElseGet(() -> seenConfirmed(pendingSeen, order));
    }

    private static @Nullable Instant seenConfirmed(boolean pendingSeen, Order order) {
        return pendingSeen && ShopOrderStatus.CONFIRMED.isMeantBy(order.statusId()) ? order.modifiedAt() : null;
    }

    private static boolean tellsOfPending(OrderEvent event) {
        return ShopOrderStatus.PENDING.isMeantBy(event.previousStatus())
                || ShopOrderStatus.PENDING.isMeantBy(event.newStatus());
    }

    private static boolean confirms(OrderEvent event, List<OrderEvent> events) {
        return ShopOrderStatus.CONFIRMED.isMeantBy(event.newStatus())
                && (ShopOrderStatus.PENDING.isMeantBy(event.previousStatus()) || restores(event, events));
    }

    /** An order that had waited was cancelled, and now stands. */
    private static boolean restores(OrderEvent event, List<OrderEvent> events) {
        return ShopOrderStatus.VOID.isMeantBy(event.previousStatus())
                && events.stream()
                        .filter(OrderFacts::tellsOfPending)
                        .anyMatch(earlier -> !earlier.createdAt().isAfter(event.createdAt()));
    }
}
