package io.ledgerbridge.api.tables;

import io.ledgerbridge.api.Cell;
import io.ledgerbridge.orders.AmountText;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table; what isn't known is an empty cell.
 *
 * @param cell of a row: a number, a day, an instant, or a text that no spreadsheet takes for a formula
 * @param isAmount whether its texts are amounts
 */
public record Column<T>(String name, Function<T, @Nullable Object> cell, boolean isAmount) {

    /** What the program itself makes: a number, a day, an instant, a code. */
    public Column(String name, Function<T, @Nullable Object> cell) {
        this(name, cell, false);
    }

    /** What somebody else may have written. */
    public static <T> Column<T> text(String name, Function<T, @Nullable String> text) {
        return new Column<>(name, row -> Cell.of(text.apply(row)));
    }

    /** With the decimals of its currency, which has a column of its own. */
    public static <T> Column<T> amount(
            String name, Function<T, @Nullable BigDecimal> amount, Function<T, @Nullable String> currency) {
        return new Column<>(name, row -> AmountText.of(amount.apply(row), currency.apply(row)), true);
    }
}
