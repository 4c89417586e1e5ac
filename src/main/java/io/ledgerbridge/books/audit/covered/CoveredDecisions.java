package io.ledgerbridge.books.audit.covered;

import io.ledgerbridge.database.Sha256;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was decided for the audit trail. No row, whatever was written into it, keeps the others from being read. */
public record CoveredDecisions(JdbcClient jdbc) {

    private static final String RANGE = " WHERE store = :store AND order_id > :after AND order_id <= :upTo";

    /** Far more than any amount has. */
    private static final int MOST_DIGITS = 40;

    private interface Reader {
        CoveredDecision read(ResultSet row) throws SQLException;
    }

    /** Those of a range of orders, and the store's own where 0 is in it. */
    public void each(OrderRange range, Consumer<CoveredDecision> reader) {
        each("SELECT * FROM set_aside" + RANGE, range, CoveredDecisions::setAside, reader);
        each("SELECT * FROM recorded_refund" + RANGE, range, CoveredDecisions::recordedRefund, reader);
        each("SELECT * FROM approval" + RANGE, range, CoveredApproval::of, reader);
        each(
                "SELECT * FROM mapping_version WHERE store = :store AND 0 > :after AND 0 <= :upTo",
                range,
                CoveredDecisions::mappingVersion,
                reader);
    }

    private void each(String sql, OrderRange range, Reader row, Consumer<CoveredDecision> reader) {
        range.bind(jdbc.sql(sql)).query(rows -> {
            reader.accept(row.read(rows));
        });
    }

    private static CoveredDecision setAside(ResultSet row) throws SQLException {
        String kept = row.getString("kept");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", text(row, "kind"));
        values.put("x3Number", text(row, "x3_number"));
        values.put("by", text(row, "set_by"));
        values.put("why", text(row, "why"));
        values.put("difference", Boolean.toString(row.getBoolean("difference")));
        values.put("kept", kept == null ? "" : Sha256.of(kept));
        return new CoveredDecision(row.getLong("order_id"), CoveredDecision.setAside(row.getLong("refund_id")), values);
    }

    private static CoveredDecision recordedRefund(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("amount", amount(text(row, "amount")));
        values.put("tax", amount(text(row, "tax")));
        values.put("tender", text(row, "tender"));
        values.put("date", text(row, "refunded_on"));
        values.put("document", text(row, "document"));
        values.put("why", text(row, "why"));
        values.put("askedBy", text(row, "asked_by"));
        values.put("by", text(row, "confirmed_by"));
        values.put("after", text(row, "after_refund"));
        values.put("removed", Boolean.toString(row.getTimestamp("removed_at") != null));
        return new CoveredDecision(
                row.getLong("order_id"), CoveredDecision.recordedRefund(row.getLong("number")), values);
    }

    private static CoveredDecision mappingVersion(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sha256", Sha256.of(text(row, "mapping")));
        values.put("since", since == null ? "" : since.toInstant().toString());
        values.put("by", text(row, "deployed_by"));
        return new CoveredDecision(
                0, CoveredDecision.mappingVersion(text(row, "channel"), row.getLong("version")), values);
    }

    /** An amount in one of the ways in which it can be written; whatever is none as it is. */
    public static String amount(String text) {
        if (text.length() > MOST_DIGITS) {
            return text;
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            return Math.abs((long) amount.scale()) > MOST_DIGITS
                    ? text
                    : amount.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /** Empty where a row has none. */
    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
