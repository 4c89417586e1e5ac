package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Of two people who dismiss an order at the same moment, one does. */
@OnEachDatabase
class ReplaysTest {

    private static final SetAsides.Decision DECISION =
            new SetAsides.Decision(0, "no-entry", null, "it was a test", "anna");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Replays replays;

    ReplaysTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                QueueBeans.class,
                AuditTrail.class,
                SetAsides.class,
                ReplayBeans.class);
        this.replays = beans.getBean(Replays.class);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void setAParkedOrderAsideOnce() throws Exception {
        for (int again = 0; again < 20; again++) {
            database.clear();
            SeededOrders.posted(database.jdbc(), "us", 250, "2026-11-03", "10")
                    .with("outcome", "'parked'")
                    .with("reason", "'gave-up'")
                    .insert();

            List<Boolean> done = Together.run(2, () -> replays.setAsideIfParked("us", 250, DECISION));

            assertThat(done).containsOnlyOnce(true);
        }
        assertThat(replays.setAsideIfParked("us", 251, DECISION)).isFalse();
    }
}
