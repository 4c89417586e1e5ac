package io.ledgerbridge.api.tables;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table, a portion at a time: in between no transaction is open.
 *
 * @param size so many are in memory; a portion that has fewer is the last
 * @param count how many rows there are now, or, where those are too many for a sheet, more than that
 */
public record Portions<T>(Next<T> next, int size, LongSupplier count) {

    /** Reads the next portion. */
    public interface Next<T> {

        /**
         * The rows of one.
         *
         * @param last the row before them; null for the first portion
         */
        List<T> after(@Nullable T last, int size);
    }

    List<T> first() {
        return next.after(null, size);
    }

    /** Empty behind the last. */
    List<T> after(List<T> portion) {
        return portion.size() < size ? List.of() : next.after(portion.get(portion.size() - 1), size);
    }
}
