package io.ledgerbridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.orders.OrderDays.Day;
import io.ledgerbridge.orders.OrderHours.Hour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders counted by their days, and by the hours of their coming and of their end. */
@OnEachDatabase
class OrderDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant NOW = Instant.parse("2026-11-05T12:20:00Z");

    private final Database database;
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext beans;

    OrderDaysTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.beans = database.beans(new TestClock(NOW.toString()), OrderList.class, OrderDays.class, OrderHours.class);
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
    void countsEachDayByWhatIsToBeDone() {
        posted("us", 1, "2026-11-01").insert();
        posted("us", 2, "2026-11-01").with("outcome", "'held'").insert();
        posted("us", 3, "2026-11-01").with("outcome", "'parked'").insert();
        posted("us", 4, "2026-11-03").due("2026-11-05 12:00:00+00", null).insert();
        posted("eu", 5, "2026-11-03").with("outcome", "'ignored'").insert();
        posted("us", 6, "2026-10-31").insert();

        assertThat(days(null))
                .containsExactly(
                        new Day(FIRST, 2, 0, 1),
                        new Day(FIRST.plusDays(1), 0, 0, 0),
                        new Day(FIRST.plusDays(2), 1, 1, 0));
        assertThat(days("eu")).extracting(Day::orders).containsExactly(0L, 0L, 1L);
    }

    @Test
    void countsTheLastDayByTheHour() {
        came("us", 1, "2026-11-05 12:00:00+00");
        came("us", 1, "2026-11-05 12:10:00+00");
        came("us", 2, "2026-11-05 11:59:59.999999+00");
        came("eu", 2, "2026-11-05 11:30:00+00");
        came("eu", 3, "2026-11-04 13:00:00+00");
        came("eu", 4, "2026-11-04 12:59:59+00");
        posted("us", 1, "2026-11-05")
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 12:15:00+00'")
                .insert();
        settled(2, "'parked'", "2026-11-05 12:16:00+00");
        settled(3, "'held'", "2026-11-05 11:16:00+00");
        settled(4, "'parked'", "2026-11-04 12:59:59+00");

        List<Hour> hours = hours(null);

        assertThat(hours).hasSize(24);
        assertThat(hours.get(0)).isEqualTo(new Hour(Instant.parse("2026-11-04T13:00:00Z"), 1, 0, 0));
        assertThat(hours.get(22)).isEqualTo(new Hour(Instant.parse("2026-11-05T11:00:00Z"), 2, 1, 0));
        assertThat(hours.get(23)).isEqualTo(new Hour(Instant.parse("2026-11-05T12:00:00Z"), 1, 1, 1));
        assertThat(hours).extracting(Hour::came).contains(1L, 0L);
        assertThat(hours("eu").stream().mapToLong(Hour::came).sum()).isEqualTo(2);
    }

    /** Each of five outcomes, and what came: some rows of the last day, and none of the others. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "us")
    void countsTheHoursByIndexesOfThese(@Nullable String store) {
        assumeThat(database).as("it counts what it reads").hasToString("H2");
        for (int order = 1; order <= 300; order++) {
            settled(order, order % 2 == 0 ? "'parked'" : "'posted'", "2026-11-01 11:16:00+00");
            came("us", order, "2026-11-01 11:16:00+00");
        }
        settled(301, "'posted'", "2026-11-05 11:16:00+00");
        came("us", 301, "2026-11-05 11:16:00+00");

        for (String sql :
                List.of(OrderHours.came(store), OrderHours.ended("=", store), OrderHours.ended("<>", store))) {
            String plan = jdbc.sql("EXPLAIN ANALYZE " + sql)
                    .params(OrderHours.values(NOW.minus(Duration.ofHours(23)), store))
                    .query(String.class)
                    .single();
            assertThat(Pattern.compile("scanCount: ([0-9]+)").matcher(plan).results())
                    .as(plan)
                    .isNotEmpty()
                    .allSatisfy(count ->
                            assertThat(Integer.parseInt(count.group(1))).isLessThan(10));
        }
    }

    private void settled(long order, String outcome, String at) {
        posted("us", order, "2026-11-05")
                .with("outcome", outcome)
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '" + at + "'")
                .insert();
    }

    private List<Day> days(@Nullable String store) {
        return beans.getBean(OrderDays.class).between(store, FIRST, FIRST.plusDays(2));
    }

    private List<Hour> hours(@Nullable String store) {
        return beans.getBean(OrderHours.class).until(NOW, store);
    }

    private SeededOrders posted(String store, long order, String day) {
        return SeededOrders.posted(jdbc, store, order, day, "10.00");
    }

    private void came(String store, long order, String at) {
        jdbc.sql("""
                        INSERT INTO event (store, order_id, disposition, body_sha256, received_at)
                        VALUES (:store, :order, 'order', 'none', CAST(:at AS TIMESTAMP WITH TIME ZONE))""")
                .param("store", store)
                .param("order", order)
                .param("at", at)
                .update();
    }
}
