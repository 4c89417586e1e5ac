package io.ledgerbridge.api.explain;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.books.lists.FoundLine;
import io.ledgerbridge.books.lists.LineLists;
import io.ledgerbridge.books.lists.LineQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The lines behind an account and its days, a reference, or an X3 number. */
@RestController
@RequestMapping("/api/lines")
public class LinesApi {

    private final LineLists lines;

    LinesApi(LineLists lines) {
        this.lines = lines;
    }

    /** One page; whether there is another costs less to tell than how many there are. */
    public record Page(List<Line> items, int page, int size, boolean more) {}

    /**
     * A line with the order behind it.
     *
     * @param date the accounting date
     * @param amount positive for a debit, negative for a credit, as a text
     */
    public record Line(
            String store,
            long order,
            String reference,
            @Nullable String x3Number,
            String state,
            LocalDate date,
            String account,
            String role,
            String amount,
            String currency) {

        static Line of(FoundLine line) {
            return new Line(
                    line.store(),
                    line.order(),
                    line.reference(),
                    line.x3Number(),
                    line.state(),
                    line.date(),
                    line.account(),
                    line.role(),
                    line.amount().toPlainString(),
                    line.currency());
        }
    }

    /** By account and days, or by text. */
    @GetMapping
    public Page page(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        if (isNone(account) && isNone(text)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "account or text says which lines: neither is given");
        }
        LineLists.Page found = lines.find(new LineQuery(given(account), from, to, given(text), page, size));
        return new Page(found.items().stream().map(Line::of).toList(), page, size, found.more());
    }

    private static boolean isNone(@Nullable String parameter) {
        return given(parameter) == null;
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
