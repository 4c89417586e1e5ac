package io.ledgerbridge.api;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.lists.JournalCursor;
import io.ledgerbridge.books.lists.JournalLists;
import io.ledgerbridge.books.lists.JournalQuery;
import io.ledgerbridge.ledger.JournalLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The journals as CSV with one row a line, written a page at a time while no transaction is open. */
final class JournalCsv {

    private record Column(String name, BiFunction<Journal, JournalLine, @Nullable Object> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("reference", (journal, line) -> Cell.of(journal.reference())),
            new Column("kind", (journal, line) -> journal.kind().label()),
            new Column("store", (journal, line) -> journal.store()),
            new Column("order", (journal, line) -> journal.order()),
            new Column("refund", (journal, line) -> JournalView.refund(journal.draft())),
            new Column("channel", (journal, line) -> Cell.of(journal.channel())),
            new Column("accountingDate", (journal, line) -> journal.entry().accountingDate()),
            new Column("currency", (journal, line) -> journal.entry().currency().getCurrencyCode()),
            new Column("state", (journal, line) -> journal.state().label()),
            new Column("x3Number", (journal, line) -> Cell.of(journal.x3Number())),
            new Column("account", (journal, line) -> Cell.of(line.account())),
            new Column("role", (journal, line) -> line.role().label()),
            new Column("amount", (journal, line) -> line.amount().amount().toPlainString()),
            new Column("description", (journal, line) -> Cell.of(line.description())),
            new Column("dimensions", (journal, line) -> Cell.of(dimensions(line.dimensions()))),
            new Column("tender", (journal, line) -> Cell.of(line.tender())),
            new Column("businessPartner", (journal, line) -> Cell.of(line.businessPartner())),
            new Column("taxCode", (journal, line) -> Cell.of(line.taxCode())),
            new Column("x3Status", (journal, line) -> journal.x3Status()),
            new Column("documentDate", (journal, line) -> journal.entry().documentDate()),
            new Column("rateDate", (journal, line) -> journal.entry().rateDate()));

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.stream().map(Column::name).toArray(String[]::new))
            .get();

    private final JournalLists journals;
    private final JournalQuery query;
    private final Deadline deadline;

    /** @param query its size is that of the pages */
    JournalCsv(JournalLists journals, JournalQuery query, Deadline deadline) {
        this.journals = journals;
        this.query = query;
        this.deadline = deadline;
    }

    /**
     * Writes all of them.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSV);
        List<Journal> page = journals.after(null, query);
        while (!page.isEmpty()) {
            for (Journal journal : page) {
                print(printer, journal);
            }
            JournalCursor last = JournalCursor.of(page.get(page.size() - 1));
            page = page.size() < query.size() ? List.of() : journals.after(last, query);
        }
        printer.flush();
    }

    private void print(CSVPrinter printer, Journal journal) throws IOException {
        deadline.check();
        for (JournalLine line : journal.lines()) {
            print(printer, journal, line);
        }
    }

    private static void print(CSVPrinter printer, Journal journal, JournalLine line) throws IOException {
        printer.printRecord(COLUMNS.stream().map(column -> column.cell().apply(journal, line)));
    }

    private static String dimensions(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining(" "));
    }
}
