package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.Order;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which orders make no first entry.
 *
 * @param asked whether a backfill asked for the order, which only the store's start heeds
 */
public record Exclusions(JournalSettings settings, boolean asked) {

    private static final String MIGRATED = "M-MIG";

    /** Why the order makes none, in a sentence; nothing where it may. */
    public Optional<String> excludes(Order order) {
        if (MIGRATED.equals(order.externalSource())) {
            return Optional.of("the order is migrated history (external_source %s)".formatted(MIGRATED));
        }
        if (order.deleted()) {
            return Optional.of("the order was archived before it was ever posted");
        }
        return beforeStart(order);
    }

    private Optional<String> beforeStart(Order order) {
        LocalDate start = settings.start();
        LocalDate created = LocalDate.ofInstant(order.createdAt(), settings.zone());
        return asked || start == null || !created.isBefore(start)
                ? Optional.empty()
                : Optional.of("the order was created on %s, before the store's start %s".formatted(created, start));
    }
}
