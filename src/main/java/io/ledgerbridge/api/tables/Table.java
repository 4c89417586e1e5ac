package io.ledgerbridge.api.tables;

import io.ledgerbridge.api.Deadline;
import java.io.IOException;
import java.util.List;

/**
 * A table of any length.
 *
 * @param name what its rows are, in lower case: {@code orders}
 */
public record Table<T>(String name, List<Column<T>> columns, Portions<T> portions) {

    /** Takes one row. */
    interface Taker<T> {
        void take(T row) throws IOException;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * All rows.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void each(Deadline deadline, Taker<T> taker) throws IOException {
        for (List<T> portion = portions.first(); !portion.isEmpty(); portion = portions.after(portion)) {
            for (T row : portion) {
                deadline.check();
                taker.take(row);
            }
        }
    }
}
