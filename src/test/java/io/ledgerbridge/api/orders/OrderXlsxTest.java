package io.ledgerbridge.api.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.api.Deadline;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderXlsxTest {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void writesNumbersAsNumbersAndDaysAsDays() throws IOException {
        XSSFRow row = written(row("158.0500", "M. Keller")).getSheetAt(0).getRow(1);
        assertThat(cell(row, "order").getNumericCellValue()).isEqualTo(1004);
        assertThat(cell(row, "total").getNumericCellValue()).isEqualTo(158.05);
        assertThat(cell(row, "refunded").getCellType()).isEqualTo(CellType.BLANK);
        assertThat(DateUtil.isCellDateFormatted(cell(row, "day"))).isTrue();
        assertThat(cell(row, "day").getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-11-05T00:00"));
        assertThat(cell(row, "changedAt").getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.parse("2026-11-05T12:00"));
        assertThat(cell(row, "flags").getStringCellValue()).isEqualTo("on-hold");
        assertThat(cell(row, "assignedTo").getStringCellValue()).isEqualTo("M. Keller");
    }

    @Test
    void keepsAnAmountThatNoSheetCanHold() throws IOException {
        XSSFRow row = written(row("999999999999999.9999", "x")).getSheetAt(0).getRow(1);
        assertThat(cell(row, "total").getStringCellValue()).isEqualTo("999999999999999.9999");
    }

    @Test
    void holdsNoFormula() throws IOException {
        XSSFRow row = written(row("1", "=cmd|' /C calc'!A0")).getSheetAt(0).getRow(1);
        assertThat(cell(row, "assignedTo").getCellType()).isEqualTo(CellType.STRING);
    }

    /** In a container the room for them is small. */
    @Test
    void leavesNoTemporaryFileAndNeedsLittleOfThem() throws IOException {
        OrderList list = mock(OrderList.class);
        when(list.after(any(), any(), anyInt()))
                .thenAnswer(called -> Collections.nCopies(500, row("158.05", "x")))
                .thenAnswer(called -> {
                    assertThat(temporary()).isNotEmpty();
                    return List.of();
                });
        new OrderXlsx(all(list, NOW.plusSeconds(60))).write(OutputStream.nullOutputStream());
        assertThat(temporary()).isEmpty();
    }

    private static List<Path> temporary() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("poi-sxssf"))
                    .toList();
        }
    }

    @Test
    void endsWhereItTakesTooLong() {
        assertThatThrownBy(() -> written(row("1", null), NOW.minusSeconds(1))).isInstanceOf(IOException.class);
    }

    private static XSSFWorkbook written(OrderRow row) throws IOException {
        return written(row, NOW.plusSeconds(60));
    }

    private static XSSFWorkbook written(OrderRow row, Instant end) throws IOException {
        OrderList list = mock(OrderList.class);
        when(list.after(any(), any(), anyInt())).thenReturn(List.of(row));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OrderXlsx(all(list, end)).write(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static AllOrders all(OrderList list, Instant end) {
        OrderSelection selection = new OrderSelection("", Map.of(), true);
        return new AllOrders(list, selection, new Deadline(new TestClock(NOW.toString()), end));
    }

    private static Cell cell(XSSFRow row, String name) {
        int column = OrderColumns.ALL.stream()
                .map(OrderColumns.Column::name)
                .toList()
                .indexOf(name);
        return row.getCell(column);
    }

    private static OrderRow row(String total, @Nullable String assignedTo) {
        LocalDate day = LocalDate.parse("2026-11-05");
        return new OrderRow(
                "us",
                1004,
                "1",
                day,
                day,
                11,
                "USD",
                new BigDecimal(total),
                null,
                BigDecimal.ZERO,
                1,
                "VTE1",
                "temporary",
                "posted",
                null,
                null,
                null,
                null,
                List.of(new OrderFlag(OrderFlag.Kind.ON_HOLD, "x")),
                assignedTo,
                0,
                null,
                NOW);
    }
}
