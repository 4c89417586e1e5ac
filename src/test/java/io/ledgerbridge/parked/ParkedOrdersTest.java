package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.orders.overview.LastPosted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Parked orders are added up by their cause, and those that come to most stand first. */
@OnEachDatabase
class ParkedOrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
    private static final ParkedFilter ALL = new ParkedFilter(null, null, null);

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final ParkedOrders parked;
    private final ParkedAges ages;
    private final ParkedByAge byAge;
    private final LastPosted lastPosted;

    ParkedOrdersTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                ParkedOrders.class,
                ParkedAges.class,
                ParkedByAge.class,
                LastPosted.class);
        this.ages = beans.getBean(ParkedAges.class);
        this.parked = beans.getBean(ParkedOrders.class);
        this.byAge = beans.getBean(ParkedByAge.class);
        this.lastPosted = beans.getBean(LastPosted.class);
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
    void haveNoCauseWhereNoneIsParked() {
        assertThat(parked.causes(ALL)).isEmpty();
        assertThat(lastPosted.of(null)).isEmpty();
    }

    @Test
    void areAddedUpByStoreCauseAndCurrency() {
        order("us", 1, "closed-period", "EUR", "100.00", "keller");
        order("us", 2, "closed-period", "EUR", "20.50", null);
        order("us", 3, "closed-period", "USD", "7.00", "keller");
        order("us", 4, "closed-period", null, null, null);
        order("us", 5, "gave-up", "EUR", "-300.00", null);
        order("eu", 1, "closed-period", "EUR", "1.00", null);

        assertThat(parked.causes(ALL))
                .extracting(cause -> cause.store() + " " + cause.reason() + " " + cause.orders())
                .containsExactly("us gave-up 1", "us closed-period 4", "eu closed-period 1");
        ParkedCause closed = parked.causes(ALL).get(1);
        assertThat(closed.since()).isEqualTo(Instant.parse("2026-11-01T00:00:01Z"));
        assertThat(closed.assigned()).isEqualTo(2);
        assertThat(closed.assignedTo()).isEqualTo("keller");
        assertThat(closed.amounts())
                .extracting(amount -> amount.currency() + " " + amount.orders() + " " + amount.notRead() + " "
                        + amount.amount().stripTrailingZeros().toPlainString())
                .containsExactly("EUR 2 0 120.5", "USD 1 0 7", "null 1 1 0");
    }

    /** A sale that is missing and a refund that is missing are two amounts, and not nothing. */
    @Test
    void countWithWhatTheLedgerLacksOrHasTooMuch() {
        order("us", 1, "closed-period", "EUR", "100.00", null);
        order("us", 2, "closed-period", "EUR", "-100.00", null);
        order("us", 3, "gave-up", "EUR", "150.00", null);

        assertThat(parked.causes(ALL))
                .extracting(cause -> cause.reason() + " "
                        + cause.amounts().get(0).amount().stripTrailingZeros().toPlainString())
                .containsExactly("closed-period 200", "gave-up 150");
        assertThat(parked.after(ALL, null, 50))
                .extracting(one -> Objects.requireNonNull(one.amount()).intValueExact())
                .containsExactly(150, 100, 100);
    }

    @Test
    void leaveOutWhatIsUnderWayAgainOrSettled() {
        order("us", 1, "closed-period", "EUR", "100.00", null);
        database.jdbc()
                .sql("UPDATE due_order SET due_at = settled_at WHERE order_id = 1")
                .update();
        order("us", 2, "closed-period", "EUR", "100.00", null);
        database.jdbc()
                .sql("UPDATE due_order SET outcome = 'posted', reason = NULL WHERE order_id = 2")
                .update();

        assertThat(parked.causes(ALL)).isEmpty();
        assertThat(parked.after(ALL, null, 50)).isEmpty();
        assertThat(lastPosted.of("us")).contains(Instant.parse("2026-11-01T00:00:02Z"));
        assertThat(lastPosted.of("eu")).isEmpty();
    }

    @Test
    void standByMoneyAndThenByAge() {
        order("us", 1, "closed-period", "EUR", "5.00", null);
        order("us", 2, "closed-period", null, null, null);
        order("us", 3, "closed-period", "EUR", "-80.00", null);
        order("us", 4, "closed-period", "EUR", "5.00", null);

        assertThat(parked.after(ALL, null, 50))
                .extracting(one -> one.order().order())
                .containsExactly(3L, 1L, 4L, 2L);
        assertThat(parked.after(ALL, ParkedCursor.of(parked.after(ALL, null, 50).get(2)), 3))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.amount()).isNull();
                    assertThat(one.order().detail()).isEqualTo("words");
                });
    }

    @Test
    void skipNoneWhereOthersLeaveBetweenTwoPages() {
        order("us", 1, "closed-period", "EUR", "5.00", null);
        order("us", 2, "closed-period", "EUR", "5.00", null);
        order("eu", 3, "closed-period", "EUR", "-9.00", null);
        order("us", 4, "closed-period", null, null, null);
        order("us", 5, "closed-period", null, null, null);
        order("us", 6, "closed-period", "EUR", "0.50", null);
        List<Long> seen = new ArrayList<>();
        List<ParkedOrder> page = parked.after(ALL, null, 1);

        while (!page.isEmpty()) {
            seen.add(page.get(0).order().order());
            String place = ParkedCursor.of(page.get(0)).text();
            database.jdbc()
                    .sql("UPDATE due_order SET due_at = settled_at WHERE order_id = :order")
                    .param("order", page.get(0).order().order())
                    .update();
            page = parked.after(ALL, ParkedCursor.of(place), 1);
        }

        assertThat(seen).containsExactly(3L, 1L, 2L, 6L, 4L, 5L);
        assertThat(parked.count(ALL)).isZero();
    }

    @Test
    void areGoneThroughByTheirAge() {
        order("us", 4, "closed-period", "EUR", "5.00", null);
        order("us", 2, "closed-period", null, null, null);
        order("eu", 2, "gave-up", "EUR", "7.00", "keller");
        order("us", 3, "gave-up", "EUR", "-9.00", "keller");
        List<ParkedOrder> first = byAge.after(ALL, null, NOW, 2);

        assertThat(first).extracting(ParkedOrdersTest::name).containsExactly("eu 2", "us 2");
        assertThat(byAge.after(ALL, first.get(1), NOW, 2))
                .extracting(ParkedOrdersTest::name)
                .containsExactly("us 3", "us 4");
        assertThat(byAge.after(new ParkedFilter("us", "gave-up", "keller"), null, NOW, 2))
                .extracting(ParkedOrdersTest::name)
                .containsExactly("us 3");
    }

    /** Else a file would have it twice, and its sums be wrong. */
    @Test
    void areNotGoneThroughTwiceWhereTheyParkAgainMeanwhile() {
        order("us", 1, "gave-up", "EUR", "5.00", null);
        order("us", 2, "gave-up", "EUR", "5.00", null);
        List<ParkedOrder> first = byAge.after(ALL, null, NOW, 1);
        database.jdbc()
                .sql("UPDATE due_order SET settled_at = :later WHERE order_id = 1")
                .param("later", NOW.plusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(byAge.after(ALL, first.get(0), NOW, 5))
                .extracting(ParkedOrdersTest::name)
                .containsExactly("us 2");
    }

    private static String name(ParkedOrder parked) {
        return parked.order().store() + " " + parked.order().order();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MQ", "IA==", "5.00 7 us 1"})
    void haveNoPlaceThatNoPageGave(String text) {
        assertThatThrownBy(() -> ParkedCursor.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areThoseOfWhomIsAsked() {
        order("us", 1, "closed-period", "EUR", "5.00", "keller");
        order("us", 2, "closed-period", "EUR", "5.00", null);
        order("us", 3, "gave-up", "EUR", "5.00", "keller");

        assertThat(parked.after(new ParkedFilter("us", "closed-period", "keller"), null, 50))
                .hasSize(1);
        assertThat(parked.after(new ParkedFilter("us", null, ParkedFilter.NOBODY), null, 50))
                .singleElement()
                .satisfies(one -> assertThat(one.order().order()).isEqualTo(2));
        assertThat(parked.after(new ParkedFilter("eu", null, null), null, 50)).isEmpty();
    }

    @Test
    void areAddedUpByTheirAge() {
        order("us", 1, "closed-period", "EUR", "100.00", null);
        order("us", 2, "gave-up", "USD", "7.00", null);
        order("us", 3, "gave-up", "EUR", "20.00", null);
        order("eu", 4, "gave-up", "EUR", "9.00", null);
        since(1, "2026-11-02T12:00:00.000001Z");
        since(2, "2026-11-02T12:00:00Z");
        since(3, "2026-11-01T12:00:00Z");
        since(4, "2026-09-01T12:00:00Z");

        assertThat(ages.of(ALL))
                .extracting(age -> age.span().label() + " " + age.orders() + " "
                        + age.amounts().size())
                .containsExactly("day 1 1", "week 2 2", "month 0 0", "longer 1 1");
        assertThat(ages.of(new ParkedFilter("eu", null, null)))
                .extracting(ParkedAge::orders)
                .containsExactly(0L, 0L, 0L, 1L);
    }

    private void since(long order, String at) {
        database.jdbc()
                .sql("UPDATE due_order SET parked_since = :at WHERE order_id = :order")
                .param("at", OffsetDateTime.parse(at))
                .param("order", order)
                .update();
    }

    /** @param amount that the ledger lacks; null where it was not read */
    private void order(
            String store,
            long order,
            String reason,
            @Nullable String currency,
            @Nullable String amount,
            @Nullable String assigned) {
        Map<String, Object> values = new HashMap<>(Map.of("store", store, "order", order, "reason", reason));
        values.put("currency", currency);
        values.put("total", amount == null ? null : new BigDecimal(amount).add(new BigDecimal("12.00")));
        values.put("refunded", amount == null ? null : new BigDecimal("2.00"));
        values.put("assigned", assigned);
        values.put("at", OffsetDateTime.parse("2026-11-01T00:00:0%dZ".formatted(order)));
        database.jdbc().sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, detail, currency, total, refunded,
                                               in_ledger, assigned_to, settled_at)
                        VALUES (:store, :order, 1, 'parked', :reason, 'words', :currency, :total, :refunded, 10, :assigned, :at)""").params(values).update();
    }
}
