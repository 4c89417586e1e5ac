package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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

        assertThat(worked.of(List.of("us:1", "us:2", "us:3", "eu:1")))
                .extracting(one -> one.key() + " "
                        + (one.setAside() == null ? "-" : one.setAside().by()))
                .containsExactly("eu:1 carol", "us:1 -", "us:2 anna");
        assertThat(worked.of(List.of())).isEmpty();
    }

    private void setAside(String store, long order, long refund, String by) {
        beans.getBean(SetAsides.class)
                .put(store, order, new SetAsides.Decision(refund, "no-entry", null, "for a reason", by));
    }
}
