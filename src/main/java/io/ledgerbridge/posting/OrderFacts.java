package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What readings of an order showed, and later ones need not show any more.
 *
 * @param waitingRead whether it was read waiting for its payment before it was ever read confirmed
 * @param confirmedRead of the first reading that showed it confirmed: {@code date_modified} where it had waited before, else
 *     its creation; it stays
 * @param voidRead {@code date_modified} of the first reading that showed it void; none while it isn't
 */
public record OrderFacts(
        boolean waitingRead,
        @Nullable Instant confirmedRead,
        @Nullable Instant voidRead) {

    public static final OrderFacts NONE = new OrderFacts(false, null, null);

    /** What is known after a reading. */
    public OrderFacts with(Order order) {
        boolean waits = ShopOrderStatus.PENDING.isMeantBy(order.statusId());
        boolean confirmed = ShopOrderStatus.CONFIRMED.isMeantBy(order.statusId());
        Instant first = confirmedRead == null && confirmed ? confirmedNow(order) : confirmedRead;
        return new OrderFacts(
                waitingRead || (waits && !isOnHold(order) && confirmedRead == null), first, voidSince(order));
    }

    private @Nullable Instant voidSince(Order order) {
        if (!ShopOrderStatus.VOID.isMeantBy(order.statusId())) {
            return null;
        }
        return voidRead == null ? modifiedAt(order) : voidRead;
    }

    private @Nullable Instant confirmedNow(Order order) {
        return waitingRead ? order.modifiedAt() : order.createdAt();
    }

    /**
     * When the order was first confirmed, which is its date for good: by its status events, else as it was read. A late
     * event can correct it; in which order events came can't.
     *
     * @param events every event kept for the order, in any order, however often each came
     * @return empty as long as it never was
     */
    public Optional<Instant> confirmedAt(Order order, List<OrderEvent> events) {
        List<OrderEvent> history = events.stream()
                .filter(event -> event.previousStatus() != null && event.newStatus() != null)
                .sorted(Comparator.comparing(OrderEvent::createdAt).thenComparing(OrderEvent::id))
                .toList();
        if (!waitingRead && beginsConfirmed(history)) {
            return Optional.of(order.createdAt());
        }
        return history.stream()
                .filter(OrderFacts::confirms)
                .map(OrderEvent::createdAt)
                .findFirst()
                .or(() -> asRead(order));
    }

    /**
     * When the order began to be what its status says: to wait, to stand, or to be void. An order that only ever waited does
     * so since it was created; of another the events tell, else the first reading that showed it void, else {@code
     * date_modified}.
     */
    Instant beganAt(Order order, List<OrderEvent> events) {
        ShopOrderStatus kind = ShopOrderStatus.ofId(order.statusId()).orElse(ShopOrderStatus.CONFIRMED);
        if (kind == ShopOrderStatus.PENDING && confirmedAt(order, events).isEmpty()) {
            return order.createdAt();
        }
        return events.stream()
                .filter(event -> kind.isMeantBy(event.newStatus()) && !kind.isMeantBy(event.previousStatus()))
                .map(OrderEvent::createdAt)
                .max(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(voidRead))
                .orElseGet(() -> modifiedAt(order));
    }

    private static Instant modifiedAt(Order order) {
        return order.modifiedAt() == null ? order.createdAt() : order.modifiedAt();
    }

    private static boolean beginsConfirmed(List<OrderEvent> history) {
        return !history.isEmpty()
                && ShopOrderStatus.CONFIRMED.isMeantBy(history.get(0).previousStatus());
    }

    private static boolean confirms(OrderEvent event) {
        return !ShopOrderStatus.CONFIRMED.isMeantBy(event.previousStatus())
                && ShopOrderStatus.CONFIRMED.isMeantBy(event.newStatus());
    }

    private Optional<Instant> asRead(Order order) {
        if (confirmedRead != null) {
            return Optional.of(confirmedRead);
        }
        return !waitingRead && ShopOrderStatus.CONFIRMED.isMeantBy(order.statusId())
                ? Optional.of(order.createdAt())
                : Optional.empty();
    }

    /** Manual verification, to which a confirmed order comes back. */
    private static boolean isOnHold(Order order) {
        return order.statusId() == ShopOrderStatus.MANUAL_VERIFICATION;
    }
}
