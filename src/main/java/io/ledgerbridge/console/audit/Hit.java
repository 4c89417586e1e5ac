package io.ledgerbridge.console.audit;

import org.jspecify.annotations.Nullable;

/** An order that a text leads to. */
record Hit(
        String store,
        long order,
        @Nullable String reference,
        @Nullable String x3Number) {

    boolean isOfTheSameOrder(Hit other) {
        return store.equals(other.store) && order == other.order;
    }
}
