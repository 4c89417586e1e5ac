package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.Downloads;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderPage;
import io.ledgerbridge.orders.TooManyMatches;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Orders by what they are asked for: in pages of JSON, or all of them as CSV or as a sheet of Excel's. */
@RestController
@RequestMapping("/api/orders")
public class OrderListApi {

    /** So many orders at the most are handed out as a sheet. */
    public static final int MOST_IN_A_SHEET = OrderXlsx.MOST;

    private static final MediaType TEXT_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OrderList orders;
    private final Downloads downloads;

    OrderListApi(OrderList orders, Downloads downloads) {
        this.orders = orders;
        this.downloads = downloads;
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

    /** All that are asked for. */
    @GetMapping(produces = "text/csv")
    public ResponseEntity<StreamingResponseBody> csv(OrderParameters asked) {
        OrderCsv csv = new OrderCsv(all(asked));
        return ResponseEntity.ok().contentType(TEXT_CSV).body(csv::write);
    }

    /** Likewise, as far as a sheet can have them. */
    @GetMapping(produces = XLSX)
    public ResponseEntity<StreamingResponseBody> xlsx(OrderParameters asked) {
        AllOrders all = all(asked);
        if (all.count() > OrderXlsx.MOST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "%,d orders are more than the %,d that a sheet may have: ask for fewer, or for text/csv"
                            .formatted(all.count(), OrderXlsx.MOST));
        }
        OrderXlsx xlsx = new OrderXlsx(all);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(XLSX)).body(xlsx::write);
    }

    private AllOrders all(OrderParameters asked) {
        return new AllOrders(orders, orders.select(asked.filter()), downloads.deadline());
    }

    /** In this type's words also where the answer was to be a table. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyMatches tooMany) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "text: " + tooMany.getMessage()));
    }
}
