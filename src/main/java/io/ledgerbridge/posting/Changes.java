package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which event reports a change. One that an earlier journal names, or that is older than such a one, or that an earlier
 * work on the order was settled with, reports no new change.
 */
final class Changes {

    private final Order order;
    private final List<OrderEvent> events;
    private final Set<Long> named;
    private final long settledUpTo;

    Changes(Order order, OrderHistory history) {
        this.order = order;
        this.events = history.events().stream()
                .sorted(Comparator.comparing(OrderEvent::createdAt).thenComparing(OrderEvent::id))
                .toList();
        this.settledUpTo = history.settledUpTo();
        this.named = history.journals().stream()
                .map(journal -> journal.draft().event())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The latest event of all: what an order's first entry goes by. */
    Optional<OrderEvent> latest() {
        return last(event -> true);
    }

    Optional<OrderEvent> ofRefund(long refund) {
        return last(event -> Long.valueOf(refund).equals(event.refund()));
    }

    Optional<OrderEvent> ofConfirmation(Optional<Instant> confirmedAt) {
        return last(event -> confirmedAt.filter(event.createdAt()::equals).isPresent());
    }

    /** The event that made the order what its status says: void, or restored from that. */
    Optional<OrderEvent> ofStatus() {
        return last(isNew(event -> Objects.equals(event.newStatus(), order.statusId())));
    }

    /** The event by which the order stands again: it was void, or waited again for its payment. */
    Optional<OrderEvent> ofRestoration() {
        return last(isNew(event -> ShopOrderStatus.VOID.isMeantBy(event.previousStatus())
                || ShopOrderStatus.PENDING.isMeantBy(event.previousStatus())));
    }

    Optional<OrderEvent> ofEdit() {
        return last(isNew(event -> event.scope().endsWith("/order/updated")));
    }

    /** When a change happened: its event's time, else the order's {@code date_modified}. */
    Instant at(Optional<OrderEvent> event) {
        return event.map(OrderEvent::createdAt).orElseGet(this::modifiedAt);
    }

    private Instant modifiedAt() {
        Instant modifiedAt = order.modifiedAt();
        return modifiedAt == null ? order.createdAt() : modifiedAt;
    }

    private Predicate<OrderEvent> isNew(Predicate<OrderEvent> kind) {
        Instant since = events.stream()
                .filter(event -> named.contains(event.id()))
                .map(OrderEvent::createdAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return kind.and(event -> event.id() > settledUpTo
                && !named.contains(event.id())
                && !event.createdAt().isBefore(since));
    }

    private Optional<OrderEvent> last(Predicate<OrderEvent> kind) {
        return events.stream().filter(kind).reduce((earlier, later) -> later);
    }
}
