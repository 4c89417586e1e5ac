package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What came of orders is shown with how each is set aside. */
@OnEachDatabase
class WorkedOrdersTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final WorkedOrders worked;

    WorkedOrdersTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"), OrderStates.class, SetAsides.class, WorkedOrders.class);
        this.worked = beans.getBean(WorkedOrders.class);
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
    void standWithHowEachIsSetAside() {
        List.of("us", "eu")
                .forEach(store -> List.of(1L, 2L)
                        .forEach(order -> SeededOrders.posted(database.jdbc(), store, order, "2026-11-03", "10")
                                .insert()));
        setAside("us", 2, 0, "anna");
        setAside("us", 1, 77, "bob");
        setAside("eu", 1, 0, "carol");

        assertThat(worked.of(names("us:1", "us:2", "us:3", "eu:1")).orders())
                .extracting(one -> one.key() + " "
                        + (one.setAside() == null ? "-" : one.setAside().by()))
                .containsExactly("eu:1 carol", "us:1 -", "us:2 anna");
        assertThat(worked.of(new WorkedNames(null, null)).isEmpty()).isTrue();
    }

    @Test
    void areCountedByWhatCameOfThem() {
        insert(1, "posted");
        insert(2, "parked");
        insert(3, "posted");
        insert(4, "held");
        SeededOrders.posted(database.jdbc(), "us", 5, "2026-11-03", "10")
                .with("outcome", "'parked'")
                .due("2026-11-03 12:00:00+00", null)
                .insert();

        Worked came = worked.of(names("us:1", "us:2", "us:3", "us:4", "us:5"));

        assertThat(came.outcomes())
                .containsExactly(entry("posted", 2L), entry("held", 1L), entry("parked", 1L), entry("on-the-way", 1L));
        assertThat(came.underWay()).isOne();
        assertThat(came.more()).isZero();
    }

    @Test
    void areTheFirstOfMany() {
        List<OrderKey> keys = LongStream.rangeClosed(1, 120)
                .mapToObj(order -> new OrderKey("us", order))
                .toList();
        keys.forEach(key -> insert(key.order(), "parked"));
        RedirectAttributesModelMap next = new RedirectAttributesModelMap();

        WorkedOrders.name(next, keys);

        assertThat(next.asMap()).containsEntry("workedOf", "120");
        Worked came = worked.of(
                new WorkedNames(List.of(String.valueOf(next.get("worked")).split(",")), 120L));
        assertThat(came.outcomes()).containsExactly(entry("parked", 50L));
        assertThat(came.more()).isEqualTo(70);
    }

    private void insert(long order, String outcome) {
        SeededOrders.posted(database.jdbc(), "us", order, "2026-11-03", "10")
                .with("outcome", "'" + outcome + "'")
                .insert();
    }

    private static WorkedNames names(String... orders) {
        return new WorkedNames(List.of(orders), null);
    }

    private void setAside(String store, long order, long refund, String by) {
        beans.getBean(SetAsides.class)
                .put(store, order, new SetAsides.Decision(refund, "no-entry", null, "for a reason", by));
    }
}
