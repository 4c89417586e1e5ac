package io.ledgerbridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However many orders there are, what few of them have is found by an index of its own, and a page is not sorted from all. */
@OnEachDatabase
class OrderPlansTest {

    private final Database database;

    OrderPlansTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void onPostgreSql() {
        assumeThat(database).as("H2 is for small numbers").hasToString("PostgreSQL");
    }

    @Test
    void takesAPageFromTheOrderOfDays() throws Exception {
        assertThat(plan(OrderFilter.NONE, null))
                .anySatisfy(step -> assertThat(step).contains("due_order_by_day"));
        OrderCursor place = new OrderCursor(LocalDate.parse("2026-11-05"), "us", 7);
        assertThat(plan(OrderFilter.NONE, place))
                .anySatisfy(step -> assertThat(step).contains("Index Cond", "ROW(listed_on"));
    }

    @Test
    void findsWhatFewHaveByAnIndexOfThose() throws Exception {
        assertThat(plan(OrderFilter.NONE.in(OrderState.PARKED), null)).anySatisfy(uses("due_order_not_posted"));
        assertThat(plan(by(null, OrderFlag.Kind.ON_HOLD, null), null)).anySatisfy(uses("due_order_flagged"));
        assertThat(plan(by(null, null, "M. Keller"), null)).anySatisfy(uses("due_order_assigned"));
    }

    /** Any number of orders may be parked for the same reason. */
    @Test
    void takesAPageOfAReasonFromTheOrderOfDays() throws Exception {
        OrderFilter parked =
                new OrderFilter(null, null, null, null, null, null, null, "gave-up", null, null, null, null, null);
        assertThat(plan(parked, null)).anySatisfy(uses("due_order_parked_by_day"));
    }

    @Test
    void findsAnAmountWhereverItStands() throws Exception {
        List<String> plan = plan(by(new BigDecimal("158.05"), null, null), null);
        for (String index : List.of("due_order_total", "due_order_refunded", "due_order_kept", "due_order_in_ledger")) {
            assertThat(plan).anySatisfy(uses(index));
        }
    }

    private static ThrowingConsumer<String> uses(String index) {
        return step -> assertThat(step).contains(index);
    }

    private List<String> plan(OrderFilter filter, @Nullable OrderCursor last) throws Exception {
        try (Connection connection = database.source().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // of a table that is as good as empty all rows would be read
            jdbc.sql("SET enable_seqscan = off").update();
            OrderList list = new OrderList(jdbc, Clock.systemUTC()::instant);
            OrderSelection selection = list.select(filter).after(last);
            List<String> plan = jdbc.sql("EXPLAIN " + OrderList.page(selection, 50))
                    .params(selection.parameters())
                    .query(String.class)
                    .list();
            jdbc.sql("RESET ALL").update();
            return plan;
        }
    }

    private static OrderFilter by(
            @Nullable BigDecimal amount, OrderFlag.@Nullable Kind flag, @Nullable String assignedTo) {
        return new OrderFilter(null, null, null, null, null, null, null, null, amount, flag, assignedTo, null, null);
    }
}
