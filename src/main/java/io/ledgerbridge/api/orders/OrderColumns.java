package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.tables.Column;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a table of orders has in each column. */
final class OrderColumns {

    static final List<Column<OrderRow>> ALL = List.of(
            new Column<>("store", OrderRow::store),
            new Column<>("order", OrderRow::order),
            Column.text("channel", OrderRow::channel),
            new Column<>("day", OrderRow::day),
            new Column<>("accountingDate", OrderRow::accountingDate),
            new Column<>("status", OrderRow::status),
            new Column<>("currency", OrderRow::currency),
            Column.amount("total", OrderRow::total, OrderRow::currency),
            Column.amount("refunded", OrderRow::refunded, OrderRow::currency),
            Column.amount("inLedger", OrderRow::inLedger, OrderRow::currency),
            new Column<>("entries", OrderRow::entries),
            Column.text("x3Number", OrderRow::x3Number),
            new Column<>("state", OrderRow::state),
            Column.text("reason", OrderRow::reason),
            Column.text("flags", OrderColumns::flags),
            Column.text("assignedTo", OrderRow::assignedTo),
            new Column<>("tries", OrderRow::tries),
            new Column<>("nextAttempt", OrderRow::nextAttempt),
            new Column<>("changedAt", OrderRow::changedAt),
            Column.text("x3Status", OrderRow::x3Status),
            Column.text("byHand", OrderRow::byHand),
            Column.text("setAsideBy", OrderRow::setAsideBy));

    private OrderColumns() {}

    private static @Nullable String flags(OrderRow row) {
        return row.flags().isEmpty()
                ? null
                : row.flags().stream().map(OrderFlag::code).collect(Collectors.joining(" "));
    }
}
