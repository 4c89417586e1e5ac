package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The refunds that people recorded, since BigCommerce has none on record: the rows of {@code recorded_refund}. */
@Repository
public class RefundRecords {

    private static final String OF_ORDER = " WHERE store = :store AND order_id = :order";

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    RefundRecords(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of an order that count, by number, as the planner needs them. */
    @Transactional(readOnly = true)
    public List<RecordedRefund> of(String store, long order) {
        return jdbc.sql("SELECT * FROM recorded_refund" + OF_ORDER + " AND removed_at IS NULL ORDER BY number")
                .params(key(store, order))
                .query(RefundRecords::recorded)
                .list();
    }

    /** Likewise, as people entered them. */
    @Transactional(readOnly = true)
    public List<RefundRecord> entered(String store, long order) {
        return jdbc.sql("SELECT * FROM recorded_refund" + OF_ORDER + " AND removed_at IS NULL ORDER BY number")
                .params(key(store, order))
                .query(RefundRecords::entered)
                .list();
    }

    /**
     * Records a refund under the next number. The running transaction must hold the row of the order.
     *
     * @param refund its number and time are given here
     * @param after the highest of BigCommerce's refunds that were known when it was asked for
     * @return its number
     */
    @Transactional
    public int add(String store, long order, RefundRecord refund, long after) {
        Map<String, Object> values = key(store, order);
        int number = 1
                + number("SELECT coalesce(max(number), 0) FROM recorded_refund" + OF_ORDER, values)
                        .intValue();
        values.put("number", number);
        values.put("amount", refund.amount());
        values.put("tax", refund.tax());
        values.put("tender", refund.tender());
        values.put("date", refund.date());
        values.put("document", refund.document());
        values.put("why", refund.why());
        values.put("asked", refund.askedBy());
        values.put("confirmed", refund.confirmedBy());
        values.put("at", clock.now().atOffset(ZoneOffset.UTC));
        values.put("after", after);
        jdbc.sql("""
                        INSERT INTO recorded_refund (store, order_id, number, amount, tax, tender, refunded_on, document,
                            why, asked_by, confirmed_by, recorded_at, after_refund)
                        VALUES (:store, :order, :number, :amount, :tax, :tender, :date, :document,
                            :why, :asked, :confirmed, :at, :after)""").params(values).update();
        return number;
    }

    /**
     * Has a refund count no more; what was posted for it is taken back by the order's next plan.
     *
     * @return false where there is none that counts
     */
    @Transactional
    public boolean remove(String store, long order, int number) {
        Map<String, Object> values = key(store, order);
        values.put("number", number);
        values.put("at", clock.now().atOffset(ZoneOffset.UTC));
        return jdbc.sql("UPDATE recorded_refund SET removed_at = :at" + OF_ORDER
                                + " AND number = :number AND removed_at IS NULL")
                        .params(values)
                        .update()
                > 0;
    }

    private Long number(String sql, Map<String, Object> values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }

    private static RecordedRefund recorded(ResultSet row, int index) throws SQLException {
        RefundRecord entered = entered(row, index);
        return new RecordedRefund(
                entered.number(),
                entered.amount(),
                entered.tax(),
                entered.tender(),
                entered.date(),
                row.getLong("after_refund"));
    }

    private static RefundRecord entered(ResultSet row, int index) throws SQLException {
        return new RefundRecord(
                row.getInt("number"),
                row.getBigDecimal("amount").stripTrailingZeros(),
                row.getBigDecimal("tax").stripTrailingZeros(),
                row.getString("tender"),
                row.getObject("refunded_on", LocalDate.class),
                row.getString("document"),
                row.getString("why"),
                row.getString("asked_by"),
                row.getString("confirmed_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, Object> key(String store, long order) {
        Map<String, Object> key = new HashMap<>();
        key.put("store", store);
        key.put("order", order);
        return key;
    }
}
