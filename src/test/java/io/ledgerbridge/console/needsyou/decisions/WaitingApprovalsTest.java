package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.approvals.ApprovalBeans;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Test
    void nameTheCausesAndTheOrdersOfASelection() {
        park(1, "gave-up", "100.00");
        park(2, "missing-account", "950.00");
        park(3, "gave-up", "10.00");
        long id = Objects.requireNonNull(beans.getBean(ReplayRequests.class)
                .ask("us", List.of(1L, 2L, 3L), "anna")
                .approval());
        database.jdbc()
                .sql("UPDATE due_order SET due_at = settled_at WHERE order_id = 3")
                .update();

        WaitingApproval one = waiting.one(id).orElseThrow();

        assertThat(one.orders()).isEqualTo(3);
        assertThat(one.causes()).containsExactly(Map.entry("gave-up", 1L), Map.entry("missing-account", 1L));
        ParkedGroup group = beans.getBean(WaitingOrders.class).group(id).orElseThrow();
        ParkedOrders parked = beans.getBean(ParkedOrders.class);
        assertThat(parked.count(group)).isEqualTo(2);
        assertThat(parked.after(group, 0, 1)).singleElement().satisfies(first -> {
            assertThat(first.order().order()).isEqualTo(1);
            assertThat(first.amount()).isEqualByComparingTo("100.00");
        });
        assertThat(parked.after(group, 1, 9))
                .extracting(order -> order.order().order())
                .containsExactly(2L);
        assertThat(waiting.one(id + 1)).isEmpty();
    }

    private void park(long order, String reason, String total) {
        SeededOrders.posted(database.jdbc(), "us", order, "2026-11-03", total)
                .with("outcome", "'parked'")
                .with("reason", "'" + reason + "'")
                .with("in_ledger", 0)
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-03 10:00:00+00'")
                .insert();
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
