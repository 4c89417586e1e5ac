package io.ledgerbridge.api.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes cells of a sheet: days are days, and amounts are numbers, so that Excel adds them up. A number of a sheet has 15
 * digits; an amount with more stays a text. A cell's text has 32,767 characters; what is longer is cut.
 */
final class SheetCells {

    private static final int DIGITS = 15;
    private static final int LONGEST = 32_767;

    private final CellStyle day;
    private final CellStyle instant;
    private final CellStyle amount;

    SheetCells(Workbook book) {
        this.day = style(book, "yyyy-mm-dd");
        this.instant = style(book, "yyyy-mm-dd hh:mm:ss");
        this.amount = style(book, "0.00##");
    }

    <T> void fill(Cell cell, Column<T> column, T row) {
        fill(cell, column.cell().apply(row), column.isAmount());
    }

    private void fill(Cell cell, @Nullable Object value, boolean isAmount) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Instant at) {
            cell.setCellValue(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
            cell.setCellStyle(instant);
        } else if (value instanceof Number number && number.longValue() < 1_000_000_000_000_000L) {
            cell.setCellValue((double) number.longValue());
        } else if (value != null) {
            text(cell, value.toString(), isAmount);
        }
    }

    private void text(Cell cell, String text, boolean isAmount) {
        if (isAmount && new BigDecimal(text).precision() <= DIGITS) {
            cell.setCellValue(Double.parseDouble(text));
            cell.setCellStyle(amount);
        } else {
            cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
        }
    }

    private static CellStyle style(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
