package io.ledgerbridge.operations;

import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalPage;
import io.ledgerbridge.books.JournalQuery;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.ledger.JournalLine;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The journals, in pages of JSON or whole as CSV with one row a line. */
@RestController
@RequestMapping("/api/journals")
class JournalsApi {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "reference",
                    "kind",
                    "store",
                    "order",
                    "refund",
                    "channel",
                    "accountingDate",
                    "currency",
                    "state",
                    "x3Number",
                    "account",
                    "role",
                    "amount",
                    "description",
                    "dimensions")
            .get();

    private final Books books;

    JournalsApi(Books books) {
        this.books = books;
    }

    /** One page. */
    record Page(List<JournalView> items, int page, int size, long total) {}

    /**
     * Which journals are asked for; what is left out doesn't matter.
     *
     * @param from first accounting date
     * @param to last accounting date
     */
    record Filter(
            @Nullable String store,
            @Nullable String channel,
            @Nullable Long order,
            @Nullable String state,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to) {

        JournalQuery query(int page, int size) {
            return new JournalQuery(store, channel, order, JournalsApi.state(state), from, to, page, size);
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page page(
            Filter filter,
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        JournalPage found = books.find(filter.query(page, size));
        return new Page(found.items().stream().map(JournalView::of).toList(), page, size, found.total());
    }

    @GetMapping(produces = "text/csv")
    String csv(Filter filter) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            for (Journal journal : books.find(filter.query(0, 0)).items()) {
                for (JournalLine line : journal.lines()) {
                    print(printer, journal, line);
                }
            }
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, Journal journal, JournalLine line) throws IOException {
        printer.printRecord(
                journal.reference(),
                journal.kind().label(),
                journal.store(),
                journal.order(),
                journal.refund(),
                journal.channel(),
                journal.entry().accountingDate(),
                journal.entry().currency().getCurrencyCode(),
                journal.state().label(),
                journal.x3Number(),
                line.account(),
                line.role().label(),
                line.amount().amount().toPlainString(),
                line.description(),
                dimensions(line.dimensions()));
    }

    private static String dimensions(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining(" "));
    }

    private static @Nullable JournalState state(@Nullable String label) {
        if (label == null) {
            return null;
        }
        return Arrays.stream(JournalState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> badRequest("state is one of %s, not '%s'"
                        .formatted(
                                Arrays.stream(JournalState.values())
                                        .map(JournalState::label)
                                        .collect(Collectors.joining(", ")),
                                label)));
    }

    private static ResponseStatusException badRequest(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
