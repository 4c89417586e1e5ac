package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.approvals.ApprovalBeans;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.ParkedOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What waits for a second person is shown store by store, and none of it is kept back unsaid. */
@OnEachDatabase
class WaitingApprovalsTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final WaitingApprovals waiting;

    WaitingApprovalsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                QueueBeans.class,
                AuditTrail.class,
                RefundRecords.class,
                ApprovalBeans.class,
                OrderStates.class,
                ParkedOrders.class,
                Selected.class,
                WaitingApprovals.class,
                WaitingOrders.class);
        this.waiting = beans.getBean(WaitingApprovals.class);
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
    void areThoseOfAStoreHoweverManyTheOthersHave() {
        SeededOrders.posted(database.jdbc(), "eu", 250, "2026-11-05", "10")
                .with("currency", "'EUR'")
                .insert();
        long oldest = ask("eu", 250);
        for (int order = 1; order <= 123; order++) {
            ask("us", order);
        }

        WaitingPage eu = waiting.of("eu");
        assertThat(eu.total()).isOne();
        assertThat(eu.more()).isZero();
        assertThat(eu.items()).singleElement().satisfies(one -> {
            assertThat(one.view().id()).isEqualTo(oldest);
            assertThat(one.amounts()).isEqualTo(Map.of("EUR", new BigDecimal("15.00")));
        });
        WaitingPage all = waiting.of(null);
        assertThat(all.items()).hasSize(100);
        assertThat(all.items().get(0).view().order()).isEqualTo(123);
        assertThat(all.items().get(0).amounts()).containsOnlyKeys("");
        assertThat(all.more()).isEqualTo(24);
        assertThat(beans.getBean(WaitingOrders.class).orders(oldest)).containsExactly(new OrderKey("eu", 250));
    }

    private long ask(String store, long order) {
        database.jdbc()
                .sql("""
                        INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state)
                        VALUES ('record-refund', :store, :order, :request, 'anna', CURRENT_TIMESTAMP, 'waiting')""")
                .param("store", store)
                .param("order", order)
                .param("request", """
                        {"amount":"15.00","tax":"0","tender":"receivable","date":"2026-11-05","document":"CN-1","why":"x"}""")
                .update();
        return database.jdbc()
                .sql("SELECT max(id) FROM approval")
                .query(Long.class)
                .single();
    }
}
