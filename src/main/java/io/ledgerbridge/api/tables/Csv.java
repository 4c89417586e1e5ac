package io.ledgerbridge.api.tables;

import io.ledgerbridge.api.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV. */
record Csv<T>(Table<T> table, Deadline deadline) {

    /**
     * Writes all of it.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(table.names().toArray(String[]::new))
                .get();
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
        table.each(deadline, row -> print(printer, row));
        printer.flush();
    }

    private void print(CSVPrinter printer, T row) throws IOException {
        printer.printRecord(table.columns().stream().map(column -> column.cell().apply(row)));
    }
}
