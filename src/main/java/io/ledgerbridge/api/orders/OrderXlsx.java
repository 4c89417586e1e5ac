package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.OrderRow;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Orders as a sheet of Excel's with one row an order. A few rows are in memory; the others are in a temporary file until all
 * are written.
 */
record OrderXlsx(AllOrders all) {

    /** So many at the most: their temporary file has a tenth of the room that the manifests give. */
    static final int MOST = 50_000;

    private static final int IN_MEMORY = 100;

    /**
     * Writes all of them.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY)) {
            book.setCompressTempFiles(true);
            SXSSFSheet sheet = begun(book);
            OrderCells cells = new OrderCells(book);
            all.each(order -> add(sheet, cells, order));
            book.write(out);
        }
    }

    private static SXSSFSheet begun(SXSSFWorkbook book) {
        SXSSFSheet sheet = book.createSheet("Orders");
        sheet.createFreezePane(0, 1);
        Row header = sheet.createRow(0);
        for (int column = 0; column < OrderColumns.ALL.size(); column++) {
            header.createCell(column).setCellValue(OrderColumns.ALL.get(column).name());
        }
        return sheet;
    }

    private static void add(SXSSFSheet sheet, OrderCells cells, OrderRow order) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < OrderColumns.ALL.size(); column++) {
            cells.fill(row.createCell(column), OrderColumns.ALL.get(column), order);
        }
    }
}
