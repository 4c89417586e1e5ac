package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What an order's row says in figures follows each reading and each end of a work. */
@OnEachDatabase
class OrderFiguresTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ParkReason REASON = new ParkReason(ParkCode.UNMAPPED_CHANNEL, "channel 7", "Map it.");

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final DueOrders orders;
    private final Claims queue;
    private final OrderWork work;

    OrderFiguresTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                AuditTrail.class);
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.work = beans.getBean(OrderWork.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void areUnknownUntilTheOrderIsRead() {
        orders.mark("us", 250);
        assertThat(row())
                .containsEntry("total", null)
                .containsEntry("refunded", null)
                .containsEntry("status", null)
                .containsEntry("currency", null)
                .containsEntry("entries", 0)
                .containsEntry("standing", "on-the-way");
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-03"));
    }

    @Test
    void areBigCommercesAtTheLastReadingUnderTheStoresDay() {
        read(claimed(), new Shop().totals("158.05", "12.05"));
        assertThat(row()).containsEntry("status", 11).containsEntry("currency", "USD");
        assertThat(amounts()).containsExactly("158.0500", "0.0000", "0.0000");
        assertThat(day()).as("15:00 UTC of the 31st, in Tokyo").isEqualTo(LocalDate.parse("2026-11-01"));
    }

    @Test
    void countRefundsAsFarAsTheyWerePaidBack() {
        Refund.Payment declined =
                new Refund.Payment(2, "braintree", Shop.card("4.00").amount(), false, true);
        OrderReading order = new Shop().totals("158.05", "12.05").reading();
        read(
                claimed(),
                new OrderReading(
                        order.order(),
                        order.products(),
                        List.of(
                                Shop.refund(1, "10.00", "0", List.of(), Shop.card("10.00")),
                                Shop.refund(2, "12.00", "0", List.of(), Shop.card("8.00"), declined))));
        assertThat(amounts()).containsExactly("158.0500", "18.0000", "0.0000");
    }

    @Test
    void countARefundThatAPersonRecorded() {
        database.jdbc().sql("""
                        INSERT INTO recorded_refund (store, order_id, number, amount, tax, tender, refunded_on, document, why,
                            asked_by, confirmed_by, recorded_at, after_refund)
                        VALUES ('us', 250, 1, 5, 0, 'bank', DATE '2026-11-02', 'D1', 'why', 'a', 'b', CURRENT_TIMESTAMP, 0)""").update();
        read(claimed(), new Shop().totals("158.05", "12.05"));
        assertThat(amounts()).containsExactly("158.0500", "5.0000", "0.0000");
    }

    @Test
    void saySinceTheEndOfTheWorkWhatTheLedgerHolds() {
        Claim claim = claimed();
        read(claim, new Shop().totals("158.05", "12.05"));
        journal(1, "order", "posted", "2026-11-05", "SAL1", "receivable", "100.00");
        journal(2, "refund", "posted", "2026-11-06", "SAL2", "store-credit", "-8.05");
        journal(3, "adjustment", "refused", "2026-11-06", null, "gift-certificates-redeemed", "7.00");
        line(1, 2, false, "gift-certificates-redeemed", "58.05");
        line(1, 3, false, "refunds-owed", "-1.00");
        line(1, 4, true, "receivable", "1000");
        line(1, 5, false, "revenue", "-158.05");
        line(1, 6, true, "refunds-owed", "-1000");
        clock.advance(Duration.ofSeconds(5));
        work.park(claim, REASON);
        assertThat(amounts()).containsExactly("158.0500", "0.0000", "150.0000");
        assertThat(row())
                .containsEntry("entries", 2)
                .containsEntry("x3_number", "SAL2")
                .containsEntry("standing", "parked");
        assertThat((BigDecimal) row().get("owed")).isEqualByComparingTo("-1");
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-05"));
        assertThat(changed()).isEqualTo(clock.instant());
    }

    /** Of an order of 100.00: by how much it isn't in the ledger. */
    @ParameterizedTest
    @CsvSource({
        // status, refunded, in_ledger, owed, aside, by how much
        "11, 0, 0, 0, 0, 100",
        "11, 0, 100, 0, 0, 0",
        "4, 18, 100, 0, 0, 18",
        "4, 18, 100, 0, -18, 0",
        "11, , 40, 0, 0, 60",
        // its reversal is not in the ledger; it is; it never had an entry
        "5, 0, 100, 0, 0, 100",
        "5, 0, 0, 0, 0, 0",
        "6, 0, 0, 0, 0, 0",
        "0, 0, 0, 0, 0, 0",
        // the money is still there, and is owed; then a refund of it that is not in the ledger
        "5, 0, 100, -100, 0, 0",
        "5, 100, 100, -100, 0, 100",
        "5, 100, 0, 0, 0, 0",
        // restored since, and not in the ledger yet
        "11, 0, 100, -100, 0, 100",
        // booked by hand, and cancelled since
        "5, 0, 0, 0, 100, 100"
    })
    void tellByHowMuchTheOrderIsNotInTheLedger(
            int status, @Nullable BigDecimal refunded, int ledger, int owed, int aside, BigDecimal missing) {
        read(claimed(), new Shop().totals("100.00", "0"));
        database.jdbc()
                .sql("UPDATE due_order SET status = ?, refunded = ?, in_ledger = ?, owed = ?, aside = ?")
                .params(Arrays.asList(status, refunded, ledger, owed, aside))
                .update();
        assertThat((BigDecimal) row().get("not_in_ledger")).isEqualByComparingTo(missing);
        database.jdbc().sql("UPDATE due_order SET currency = NULL").update();
        assertThat(row()).containsEntry("not_in_ledger", null);
    }

    @Test
    void countARefundThatIsSetAsideAsInTheLedger() {
        database.jdbc().sql("""
                        INSERT INTO set_aside (store, order_id, refund_id, kind, x3_number, why, set_by, set_at)
                        VALUES ('us', 250, 2, 'by-hand', 'FR1', 'booked by hand', 'a', CURRENT_TIMESTAMP)""").update();
        Claim claim = claimed();
        OrderReading order = new Shop().totals("158.05", "12.05").reading();
        read(
                claim,
                new OrderReading(
                        order.order(),
                        order.products(),
                        List.of(
                                Shop.refund(1, "10.00", "0", List.of(), Shop.card("10.00")),
                                Shop.refund(2, "18.00", "0", List.of(), Shop.card("18.00")))));
        assertThat((BigDecimal) row().get("aside")).isEqualByComparingTo("-18");
        assertThat((BigDecimal) row().get("not_in_ledger")).as("158.05 - 10.00").isEqualByComparingTo("148.05");
        database.jdbc().sql("DELETE FROM set_aside").update();
        read(claim, new Shop().totals("158.05", "12.05"));
        assertThat((BigDecimal) row().get("aside")).isZero();
    }

    /** Refused by Sage X3, and then cancelled: it is an order of the month in which it was placed. */
    @Test
    void leaveTheDayOfAnEntryThatWasTakenBack() {
        Claim first = claimed();
        read(first, new Shop().totals("158.05", "12.05"));
        journal(1, "order", "refused", "2026-11-02", null, "receivable", "158.05");
        work.park(first, REASON);
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-02"));
        Claim second = claimed();
        read(second, new Shop().totals("158.05", "12.05"));
        database.jdbc().sql("UPDATE journal SET state = 'withdrawn'").update();
        work.park(second, REASON);
        assertThat(row()).containsEntry("accounting_date", null);
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-01"));
    }

    @Test
    void keepTheDayOfTheFirstEntryAtLaterReadings() {
        Claim claim = claimed();
        journal(1, "order", "withdrawn", "2026-11-04", null, "receivable", "1.00");
        journal(2, "order", "planned", "2026-11-05", null, "receivable", "1.00");
        work.retry(claim, clock.instant(), "no connection");
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-05"));
        assertThat(row()).containsEntry("entries", 0).containsEntry("standing", "on-the-way");

        read(claimed(), new Shop().totals("1.00", "0"));
        assertThat(day()).isEqualTo(LocalDate.parse("2026-11-05"));
    }

    @Test
    void leaveAnEntryOfAnotherCurrencyOut() {
        Claim claim = claimed();
        read(claim, new Shop().totals("158.05", "12.05"));
        journal(1, "order", "posted", "2026-11-05", "SAL1", "receivable", "100.00");
        database.jdbc().sql("UPDATE journal SET currency = 'EUR'").update();
        work.posted(claim);
        assertThat(amounts()).containsExactly("158.0500", "0.0000", "0.0000");
    }

    @Test
    void standInOneOfSixClasses() {
        assertThat(claimed()).satisfies(claim -> work.posted(claim));
        assertThat(row()).containsEntry("standing", "posted");
        work.held(claimed(), "unpaid");
        assertThat(row()).containsEntry("standing", "held");
        work.ignored(claimed(), "an order of zero");
        assertThat(row()).containsEntry("standing", "ignored");
        work.setAside(claimed(), "by hand");
        assertThat(row()).containsEntry("standing", "set-aside");
        work.park(claimed(), REASON);
        assertThat(row()).containsEntry("standing", "parked");
        orders.mark("us", 250);
        assertThat(row()).containsEntry("standing", "on-the-way").containsEntry("outcome", "parked");
    }

    private Claim claimed() {
        orders.mark("us", 250);
        return queue.claim("us", 1).get(0);
    }

    private void read(Claim claim, Shop shop) {
        read(claim, shop.reading());
    }

    private void read(Claim claim, OrderReading reading) {
        work.noteReading(claim, reading, work.known("us", 250, reading), TOKYO);
    }

    private Map<String, Object> row() {
        return database.jdbc().sql("SELECT * FROM due_order").query().singleRow();
    }

    private List<String> amounts() {
        return database.jdbc()
                .sql("SELECT total, refunded, in_ledger FROM due_order")
                .query((row, index) ->
                        List.of(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3)).stream()
                                .map(amount -> amount.setScale(4).toPlainString())
                                .toList())
                .single();
    }

    private LocalDate day() {
        return database.jdbc()
                .sql("SELECT listed_on FROM due_order")
                .query(LocalDate.class)
                .single();
    }

    private Instant changed() {
        return database.jdbc()
                .sql("SELECT changed_at FROM due_order")
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private void journal(
            int id, String kind, String state, String date, @Nullable String number, String role, String amount) {
        database.jdbc()
                .sql("""
                        INSERT INTO journal (id, store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, currency, description, x3_number, created_at)
                        VALUES (:id, 'us', 'x3|SEED', 250, :kind, '1', 'BC' || :id, 1, :state, 'ODGEN', 'SAL', 'FR011',
                            CAST(:date AS DATE), 'USD', 'An order', :number, CURRENT_TIMESTAMP)""")
                .param("id", id)
                .param("kind", kind)
                .param("state", state)
                .param("date", date)
                .param("number", number)
                .update();
        line(id, 1, false, role, amount);
    }

    private void line(int journal, int number, boolean memo, String role, String amount) {
        database.jdbc().sql("""
                        INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                        VALUES (%d, %d, %s, '411000', '%s', %s, 'A line', '{}')""".formatted(journal, number, memo, role, amount)).update();
    }
}
