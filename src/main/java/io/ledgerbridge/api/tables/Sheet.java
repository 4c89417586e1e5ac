package io.ledgerbridge.api.tables;

import io.ledgerbridge.api.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A table as a sheet of Excel's. A few rows are in memory; the others are in a temporary file until all are written. */
record Sheet<T>(Table<T> table, Deadline deadline) {

    private static final int IN_MEMORY = 100;

    /**
     * Writes all of it.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY)) {
            book.setCompressTempFiles(true);
            SXSSFSheet sheet = begun(book);
            SheetCells cells = new SheetCells(book);
            table.each(deadline, row -> add(sheet, cells, row));
            book.write(out);
        }
    }

    private SXSSFSheet begun(SXSSFWorkbook book) {
        String name = table.name();
        SXSSFSheet sheet = book.createSheet(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        sheet.createFreezePane(0, 1);
        Row header = sheet.createRow(0);
        table.names()
                .forEach(column ->
                        header.createCell(Math.max(0, header.getLastCellNum())).setCellValue(column));
        return sheet;
    }

    private void add(SXSSFSheet sheet, SheetCells cells, T row) {
        Row next = sheet.createRow(sheet.getLastRowNum() + 1);
        List<Column<T>> columns = table.columns();
        for (int column = 0; column < columns.size(); column++) {
            cells.fill(next.createCell(column), columns.get(column), row);
        }
    }
}
