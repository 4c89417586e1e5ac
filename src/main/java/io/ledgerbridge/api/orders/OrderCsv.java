package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.OrderRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Orders as CSV with one row an order. */
record OrderCsv(AllOrders all) {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(OrderColumns.ALL.stream().map(OrderColumns.Column::name).toArray(String[]::new))
            .get();

    /**
     * Writes all of them.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSV);
        all.each(row -> print(printer, row));
        printer.flush();
    }

    private static void print(CSVPrinter printer, OrderRow row) throws IOException {
        printer.printRecord(
                OrderColumns.ALL.stream().map(column -> column.cell().apply(row)));
    }
}
