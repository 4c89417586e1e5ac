package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.Cell;
import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a table of orders has in each column. */
final class OrderColumns {

    /**
     * A column; what isn't known is an empty cell.
     *
     * @param isAmount whether its texts are amounts
     */
    record Column(String name, Function<OrderRow, @Nullable Object> cell, boolean isAmount) {

        Column(String name, Function<OrderRow, @Nullable Object> cell) {
            this(name, cell, false);
        }

        static Column amount(String name, Function<OrderRow, @Nullable BigDecimal> amount) {
            return new Column(name, row -> AmountText.of(amount.apply(row), row.currency()), true);
        }
    }

    static final List<Column> ALL = List.of(
            new Column("store", OrderRow::store),
            new Column("order", OrderRow::order),
            new Column("channel", row -> Cell.of(row.channel())),
            new Column("day", OrderRow::day),
            new Column("accountingDate", OrderRow::accountingDate),
            new Column("status", OrderRow::status),
            new Column("currency", OrderRow::currency),
            Column.amount("total", OrderRow::total),
            Column.amount("refunded", OrderRow::refunded),
            Column.amount("inLedger", OrderRow::inLedger),
            new Column("entries", OrderRow::entries),
            new Column("x3Number", row -> Cell.of(row.x3Number())),
            new Column("x3Status", row -> Cell.of(row.x3Status())),
            new Column("state", OrderRow::state),
            new Column("reason", row -> Cell.of(row.reason())),
            new Column("flags", row -> Cell.of(flags(row))),
            new Column("assignedTo", row -> Cell.of(row.assignedTo())),
            new Column("tries", OrderRow::tries),
            new Column("nextAttempt", OrderRow::nextAttempt),
            new Column("changedAt", OrderRow::changedAt));

    private OrderColumns() {}

    private static @Nullable String flags(OrderRow row) {
        return row.flags().isEmpty()
                ? null
                : row.flags().stream().map(OrderFlag::code).collect(Collectors.joining(" "));
    }
}
