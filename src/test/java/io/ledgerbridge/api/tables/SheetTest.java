package io.ledgerbridge.api.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.api.Deadline;
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
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

    private record Fruit(
            long number, @Nullable String amount, @Nullable String words) {}

    private static final List<Column<Fruit>> COLUMNS = List.of(
            new Column<>("number", Fruit::number),
            Column.amount(
                    "amount", fruit -> fruit.amount() == null ? null : new BigDecimal(fruit.amount()), f -> "USD"),
            new Column<>("day", fruit -> LocalDate.parse("2026-11-05")),
            new Column<>("at", fruit -> NOW),
            Column.text("words", Fruit::words));

    @Test
    void hasNumbersAsNumbersAndDaysAsDays() throws IOException {
        XSSFRow row = written(new Fruit(1004, "158.0500", "M. Keller"));
        assertThat(cell(row, "number").getNumericCellValue()).isEqualTo(1004);
        assertThat(cell(row, "amount").getNumericCellValue()).isEqualTo(158.05);
        assertThat(DateUtil.isCellDateFormatted(cell(row, "day"))).isTrue();
        assertThat(cell(row, "day").getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-11-05T00:00"));
        assertThat(cell(row, "at").getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-11-05T12:00"));
        assertThat(cell(row, "words").getStringCellValue()).isEqualTo("M. Keller");
    }

    @Test
    void hasNothingWhereNothingIsKnown() throws IOException {
        assertThat(cell(written(new Fruit(1, null, null)), "amount").getCellType())
                .isEqualTo(CellType.BLANK);
    }

    @Test
    void keepsAnAmountThatNoSheetCanHold() throws IOException {
        XSSFRow row = written(new Fruit(1, "999999999999999.9999", "x"));
        assertThat(cell(row, "amount").getStringCellValue()).isEqualTo("999999999999999.9999");
    }

    @Test
    void holdsNoFormula() throws IOException {
        XSSFRow row = written(new Fruit(1, "1", "=cmd|' /C calc'!A0"));
        assertThat(cell(row, "words").getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell(row, "words").getStringCellValue()).startsWith("'=cmd");
    }

    @Test
    void cutsWhatIsLongerThanACell() throws IOException {
        assertThat(cell(written(new Fruit(1, "1", "x".repeat(40_000))), "words").getStringCellValue())
                .hasSize(32_767)
                .endsWith("x…");
    }

    /** In a container the room for them is small. */
    @Test
    void leavesNoTemporaryFileAndNeedsLittleOfThem() throws IOException {
        Portions.Next<Fruit> next = (last, size) -> {
            if (last == null) {
                return Collections.nCopies(size, new Fruit(1, "158.05", "x"));
            }
            assertThat(temporary()).isNotEmpty();
            return List.of();
        };
        sheet(new Portions<>(next, 500, () -> 500), NOW.plusSeconds(60)).write(OutputStream.nullOutputStream());
        assertThat(temporary()).isEmpty();
    }

    @Test
    void readsOnBehindTheLastUntilAPortionIsNotFull() throws IOException {
        Portions.Next<Fruit> next = (last, size) -> {
            long from = last == null ? 1 : last.number() + 1;
            return Stream.iterate(from, number -> number <= 5, number -> number + 1)
                    .limit(size)
                    .map(number -> new Fruit(number, "1", "x"))
                    .toList();
        };
        assertThat(rows(new Portions<>(next, 2, () -> 5))).isEqualTo(5);
        assertThat(rows(new Portions<>(next, 5, () -> 5))).isEqualTo(5);
    }

    @Test
    void endsWhereItTakesTooLong() {
        Portions<Fruit> one = one(new Fruit(1, "1", null));
        assertThatThrownBy(() -> sheet(one, NOW.minusSeconds(1)).write(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    private static List<Path> temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("poi-sxssf"))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static XSSFRow written(Fruit row) throws IOException {
        return book(one(row)).getSheet("Fruits").getRow(1);
    }

    private static int rows(Portions<Fruit> portions) throws IOException {
        return book(portions).getSheet("Fruits").getLastRowNum();
    }

    private static XSSFWorkbook book(Portions<Fruit> portions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet(portions, NOW.plusSeconds(60)).write(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Portions<Fruit> one(Fruit row) {
        return new Portions<>((last, size) -> List.of(row), 500, () -> 1);
    }

    private static Sheet<Fruit> sheet(Portions<Fruit> portions, Instant end) {
        return new Sheet<>(new Table<>("fruits", COLUMNS, portions), new Deadline(new TestClock(NOW.toString()), end));
    }

    private static Cell cell(XSSFRow row, String name) {
        int column = COLUMNS.stream().map(Column::name).toList().indexOf(name);
        return row.getCell(column);
    }
}
