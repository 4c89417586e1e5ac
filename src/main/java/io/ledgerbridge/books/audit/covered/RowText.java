package io.ledgerbridge.books.audit.covered;

import io.ledgerbridge.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The values of a row as one text, of which each has one: every value has its length before it. */
final class RowText {

    private final StringBuilder text = new StringBuilder();

    /** The values of a row's columns as they are, whatever kind they are of. */
    RowText columns(ResultSet row, String... names) throws SQLException {
        for (String name : names) {
            add(row.getString(name));
        }
        return this;
    }

    RowText instants(ResultSet row, String... names) throws SQLException {
        for (String name : names) {
            Timestamp at = row.getTimestamp(name);
            add(at == null ? null : at.toInstant().toString());
        }
        return this;
    }

    RowText dates(ResultSet row, String... names) throws SQLException {
        for (String name : names) {
            LocalDate date = row.getObject(name, LocalDate.class);
            add(date == null ? null : date.toString());
        }
        return this;
    }

    RowText add(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
        text.append('\n');
        return this;
    }

    String sha256() {
        return Sha256.of(text.toString());
    }
}
