package io.ledgerbridge.books;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code journal_line}. */
final class JournalLineRows {

    /** So many journals a statement. */
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final JsonColumn<Map<String, String>> dimensions;

    JournalLineRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.dimensions = new JsonColumn<>(json, new TypeReference<>() {}, "a journal line's dimensions");
    }

    /**
     * A line of a journal.
     *
     * @param memo whether it is kept beside the entry, and not sent
     * @param mapping the version of the mapping that names its account; null where it isn't known
     */
    record Row(
            long journal,
            boolean memo,
            JournalLine line,
            @Nullable Integer mapping) {}

    void insert(int number, Row row) {
        JournalLine line = row.line();
        jdbc.sql("""
                        INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description,
                            business_partner, dimensions, tender, rate_code, tax_code, mapping)
                        VALUES (:journal, :number, :memo, :account, :role, :amount, :description, :partner, :dimensions,
                            :tender, :rateCode, :taxCode, :mapping)""")
                .param("journal", row.journal())
                .param("number", number)
                .param("memo", row.memo())
                .param("account", line.account())
                .param("role", line.role().label())
                .param("amount", line.amount().amount())
                .param("description", line.description())
                .param("partner", line.businessPartner())
                .param("dimensions", dimensions.write(line.dimensions()))
                .param("tender", line.tender())
                .param("rateCode", line.purpose().taxCode())
                .param("taxCode", line.taxCode())
                .param("mapping", row.mapping())
                .update();
    }

    /**
     * The lines of journals, by journal and in their order.
     *
     * @param journals each with its currency
     */
    Map<Long, List<Row>> of(Map<Long, Currency> journals) {
        Map<Long, List<Row>> byJournal = new HashMap<>();
        List<Long> ids = List.copyOf(journals.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("SELECT * FROM journal_line WHERE journal_id IN (:ids) ORDER BY journal_id, line_number")
                    .param("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .query((row, index) -> line(row, journals))
                    .list()
                    .forEach(line -> byJournal
                            .computeIfAbsent(line.journal(), id -> new ArrayList<>())
                            .add(line));
        }
        return byJournal;
    }

    private Row line(ResultSet row, Map<Long, Currency> journals) throws SQLException {
        long journal = row.getLong("journal_id");
        return new Row(
                journal,
                row.getBoolean("memo"),
                new JournalLine(
                        row.getString("account"),
                        new Purpose(
                                Role.ofLabel(row.getString("role")),
                                row.getString("tender"),
                                row.getString("rate_code")),
                        Money.exactly(row.getBigDecimal("amount"), Objects.requireNonNull(journals.get(journal))),
                        row.getString("description"),
                        row.getString("business_partner"),
                        dimensions.read(row.getString("dimensions")),
                        row.getString("tax_code")),
                row.getObject("mapping", Integer.class));
    }
}
