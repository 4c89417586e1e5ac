package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.OrderRow;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Orders as a sheet of Excel's with one row an order. A few rows are in memory; the others are in a temporary file until all
 * are written. What a sheet can't hold goes on in the next.
 */
record OrderXlsx(AllOrders all) {

    /** Of a sheet, its header among them. */
    static final int MOST_ROWS = 1_048_576;

    private static final int IN_MEMORY = 100;

    /**
     * Writes all of them.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY)) {
            book.setCompressTempFiles(true);
            Sheets sheets = new Sheets(book, MOST_ROWS);
            all.each(sheets::add);
            book.write(out);
        }
    }

    /** Takes one row after the other. */
    static final class Sheets {

        private final SXSSFWorkbook book;
        private final int most;
        private final OrderCells cells;
        private SXSSFSheet sheet;
        private int next;

        Sheets(SXSSFWorkbook book, int most) {
            this.book = book;
            this.most = most;
            this.cells = new OrderCells(book);
            this.sheet = begun();
        }

        void add(OrderRow order) {
            if (next == most) {
                sheet = begun();
            }
            Row row = sheet.createRow(next++);
            for (int column = 0; column < OrderColumns.ALL.size(); column++) {
                OrderColumns.Column its = OrderColumns.ALL.get(column);
                cells.fill(row.createCell(column), its, order);
            }
        }

        private SXSSFSheet begun() {
            SXSSFSheet begun = book.createSheet("Orders " + (book.getNumberOfSheets() + 1));
            begun.createFreezePane(0, 1);
            Row header = begun.createRow(0);
            for (int column = 0; column < OrderColumns.ALL.size(); column++) {
                header.createCell(column)
                        .setCellValue(OrderColumns.ALL.get(column).name());
            }
            next = 1;
            return begun;
        }
    }
}
