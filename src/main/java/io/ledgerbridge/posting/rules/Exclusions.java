package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which orders make no first entry.
 *
 * @param asked whether a backfill asked for the order, which only the store's start heeds
 */
public record Exclusions(JournalSettings settings, boolean asked) {

    private static final String MIGRATED = "M-MIG";

    /**
     * Why an order makes none.
     *
     * @param why in a sentence
     * @param isInManualBooks whether it is in the books that were kept before, or besides
     */
    public record Exclusion(String why, boolean isInManualBooks) {}

    /** Why the order makes none; nothing where it may. */
    public Optional<Exclusion> excludes(OrderReading reading) {
        Order order = reading.order();
        if (reading.isTest()) {
            return Optional.of(new Exclusion("the order was placed with BigCommerce's test payment gateway", false));
        }
        if (MIGRATED.equals(order.externalSource())) {
            return Optional.of(
                    new Exclusion("the order is migrated history (external_source %s)".formatted(MIGRATED), true));
        }
        return beforeStart(order).or(() -> archived(order));
    }

    private static Optional<Exclusion> archived(Order order) {
        return order.deleted()
                ? Optional.of(new Exclusion("the order was archived before it was ever posted", false))
                : Optional.empty();
    }

    private Optional<Exclusion> beforeStart(Order order) {
        LocalDate start = settings.start();
        LocalDate created = LocalDate.ofInstant(order.createdAt(), settings.zone());
        return asked || start == null || !created.isBefore(start)
                ? Optional.empty()
                : Optional.of(new Exclusion(
                        "the order was created on %s, before the store's start %s".formatted(created, start), true));
    }
}
