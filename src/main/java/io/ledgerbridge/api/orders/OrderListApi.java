package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.api.tables.Portions;
import io.ledgerbridge.api.tables.Table;
import io.ledgerbridge.api.tables.Tables;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderPage;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.orders.OrderSum;
import io.ledgerbridge.orders.TooManyMatches;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Orders by what they are asked for: in pages of JSON, or all of them as CSV or as a sheet of Excel's. */
@RestController
@RequestMapping("/api/orders")
public class OrderListApi {

    /** So many of a table's are in memory. */
    private static final int AT_ONCE = 500;

    private final OrderList orders;
    private final Tables tables;

    OrderListApi(OrderList orders, Tables tables) {
        this.orders = orders;
        this.tables = tables;
    }

    /**
     * One page.
     *
     * @param next what {@code after} of the next one is; null where there is none
     * @param count of all pages, like the sums
     */
    record Page(List<OrderItem> items, @Nullable String next, long count, List<SumView> sums) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page page(OrderParameters asked, @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(0, size);
        OrderPage found = orders.page(orders.select(asked.filter()), asked.cursor(), size);
        OrderCursor next = found.next();
        return new Page(
                found.items().stream().map(OrderItem::of).toList(),
                next == null ? null : next.text(),
                found.count(),
                found.sums().stream().map(SumView::of).toList());
    }

    /** All that are asked for, by store and number: another order could change while they are written. */
    @GetMapping(produces = "text/csv")
    public ResponseEntity<StreamingResponseBody> csv(OrderParameters asked) {
        return tables.csv(table(asked));
    }

    /** Likewise, as far as a sheet can have them. */
    @GetMapping(produces = Tables.XLSX)
    public ResponseEntity<StreamingResponseBody> xlsx(OrderParameters asked) {
        return tables.xlsx(table(asked));
    }

    private Table<OrderRow> table(OrderParameters asked) {
        OrderSelection selection = orders.select(asked.filter());
        return new Table<>(
                "orders",
                OrderColumns.ALL,
                new Portions<>(
                        (last, size) -> orders.portion(selection, last, size),
                        AT_ONCE,
                        () -> orders.sums(selection).stream()
                                .mapToLong(OrderSum::orders)
                                .sum()));
    }

    /** In this type's words also where the answer was to be a table. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyMatches tooMany) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "text: " + tooMany.getMessage()));
    }
}
