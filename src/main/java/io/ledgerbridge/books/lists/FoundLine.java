package io.ledgerbridge.books.lists;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A posted line, or one that is to be posted, with the order behind it.
 *
 * @param x3Number X3's number of its entry; null as long as it has none
 * @param date the accounting date
 * @param amount positive for a debit, negative for a credit, with the decimals of its currency
 */
public record FoundLine(
        String store,
        long order,
        String reference,
        @Nullable String x3Number,
        String state,
        LocalDate date,
        String account,
        String role,
        BigDecimal amount,
        String currency) {

    static FoundLine of(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new FoundLine(
                row.getString("store"),
                row.getLong("order_id"),
                row.getString("reference"),
                row.getString("x3_number"),
                row.getString("state"),
                row.getObject("accounting_date", LocalDate.class),
                row.getString("account"),
                row.getString("role"),
                row.getBigDecimal("amount")
                        .setScale(Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0)),
                currency);
    }
}
