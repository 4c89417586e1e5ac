package io.ledgerbridge.books.audit.covered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads journals with their lines for the audit trail. What is digested when one is written is what the rows hold then, and
 * nothing of it is understood: a row that nobody could read any more still shows.
 */
public record CoveredJournals(JdbcClient jdbc) {

    private static final String ONE = " WHERE j.id = :id";
    private static final String RANGE = " WHERE j.store = :store AND j.order_id > :after AND j.order_id <= :upTo";

    /** The lines of one journal, as they are read. */
    private record Lines(RowText text, List<String> sent) {}

    /** The digest of one that was just written. */
    public String sha256(long id) {
        List<CoveredJournal> one = new ArrayList<>();
        each(ONE, statement -> statement.param("id", id), one::add);
        return one.get(0).sha256();
    }

    /** Those of a range of orders, by order and id. */
    public void each(OrderRange range, Consumer<CoveredJournal> reader) {
        each(RANGE, range::bind, reader);
    }

    private void each(String rows, UnaryOperator<StatementSpec> bind, Consumer<CoveredJournal> reader) {
        Map<Long, Lines> lines = new HashMap<>();
        bind.apply(jdbc.sql("SELECT l.* FROM journal j JOIN journal_line l ON l.journal_id = j.id" + rows
                        + " ORDER BY l.journal_id, l.line_number"))
                .query(row -> {
                    read(row, lines);
                });
        bind.apply(jdbc.sql("SELECT j.* FROM journal j" + rows + " ORDER BY j.store, j.order_id, j.id"))
                .query(row -> {
                    reader.accept(of(row, lines));
                });
    }

    private static void read(ResultSet row, Map<Long, Lines> journals) throws SQLException {
        Lines lines = journals.computeIfAbsent(
                row.getLong("journal_id"), first -> new Lines(new RowText(), new ArrayList<>()));
        lines.text
                .columns(row, "line_number", "account", "role", "description", "business_partner", "dimensions")
                .columns(row, "tender", "rate_code", "tax_code", "mapping")
                .add(Boolean.toString(row.getBoolean("memo")))
                .add(CoveredDecisions.amount(String.valueOf(row.getString("amount"))));
        if (!row.getBoolean("memo")) {
            lines.sent.add("%s %s %s"
                    .formatted(
                            row.getString("account"),
                            row.getString("role"),
                            CoveredDecisions.amount(String.valueOf(row.getString("amount")))));
        }
    }

    private static CoveredJournal of(ResultSet row, Map<Long, Lines> all) throws SQLException {
        Lines lines = all.getOrDefault(row.getLong("id"), new Lines(new RowText(), List.of()));
        String sha256 = new RowText()
                .columns(row, "id", "store", "order_id", "refund_id", "kind", "channel", "reference", "entry_type")
                .columns(row, "journal_code", "site", "currency", "description", "event_id", "reading", "mapping")
                .columns(row, "planned_with")
                .dates(row, "accounting_date", "original_date", "document_date", "rate_date")
                .instants(row, "created_at")
                .add(lines.text.sha256())
                .sha256();
        return new CoveredJournal(
                row.getLong("order_id"),
                row.getLong("id"),
                row.getString("reference"),
                row.getString("state"),
                row.getString("x3_number"),
                row.getString("kind"),
                row.getString("accounting_date"),
                row.getString("currency"),
                lines.sent,
                row.getString("reading"),
                row.getString("planned_with"),
                sha256);
    }
}
