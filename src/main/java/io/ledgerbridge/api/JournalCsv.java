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
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The journals as CSV with one row a line, written a page at a time while no transaction is open. */
final class JournalCsv {

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
                    "dimensions",
                    "tender",
                    "businessPartner",
                    "taxCode",
                    "x3Status",
                    "documentDate",
                    "rateDate")
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
        printer.printRecord(
                Cell.of(journal.reference()),
                journal.kind().label(),
                journal.store(),
                journal.order(),
                JournalView.refund(journal.draft()),
                Cell.of(journal.channel()),
                journal.entry().accountingDate(),
                journal.entry().currency().getCurrencyCode(),
                journal.state().label(),
                Cell.of(journal.x3Number()),
                Cell.of(line.account()),
                line.role().label(),
                line.amount().amount().toPlainString(),
                Cell.of(line.description()),
                Cell.of(dimensions(line.dimensions())),
                Cell.of(line.tender()),
                Cell.of(line.businessPartner()),
                Cell.of(line.taxCode()),
                journal.x3Status(),
                journal.entry().documentDate(),
                journal.entry().rateDate());
    }

    private static String dimensions(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining(" "));
    }
}
