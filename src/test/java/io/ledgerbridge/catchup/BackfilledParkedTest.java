package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.approvals.ReplayLimits;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.parked.ParkedGroups;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A backfill of a day is no way around the second person. One may have three orders, or 1,000.00, worked again. */
@OnEachDatabase
class BackfilledParkedTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Backfills backfills;

    BackfilledParkedTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, QueueBeans.class, ParkedGroups.class, ReplayLimits.class);
        UnreadableRows unreadable = mock(UnreadableRows.class);
        when(unreadable.areTheSameAgain(any(), any(), any())).thenReturn(true);
        this.backfills = new Backfills(
                database.jdbc(),
                beans.getBean(DueOrders.class),
                new OrderLists(),
                unreadable,
                new ShopTroubles(new Words(new KnownSecrets()), failures -> Duration.ofMinutes(1), clock),
                new Shops(Map.of("us", mock(ShopSettings.class))),
                mock(Rules.class),
                beans.getBean(ReplayLimits.class),
                clock);
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
    void worksThemAgainWhereOnePersonMay() {
        parked(1, "300.00");
        parked(2, "300.00");
        parked(3, null);

        backfill();

        assertThat(due()).containsExactly(1L, 2L, 3L, 8L, 9L);
    }

    @Test
    void leavesThemParkedWhereThereAreTooMany() {
        parked(1, "1.00");
        parked(2, "1.00");
        parked(3, "1.00");
        parked(70, "1.00");
        settled(8);

        backfill();

        assertThat(due()).as("what needs nobody").containsExactly(8L, 9L);
    }

    @Test
    void leavesThemParkedWhereTheyComeToTooMuch() {
        parked(1, "1000.01");

        backfill();

        assertThat(due()).containsExactly(2L, 3L, 8L, 9L);
    }

    /** Something new came of it before: it is worked anyhow. */
    @Test
    void leavesOneDueThatIsDueAnyhow() {
        parked(1, "1000.01");
        beans.getBean(DueOrders.class).mark("us", 1);

        backfill();

        assertThat(due()).contains(1L);
    }

    private void backfill() {
        long id = new RunRows(database.jdbc(), "backfill")
                .insert(
                        "us",
                        new BackfillDays(
                                clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                                clock.instant().atZone(ZoneOffset.UTC).toLocalDate()),
                        ZoneOffset.UTC,
                        clock.instant());
        BackfillPage page = backfills.pages().get(0);
        assertThat(page.id()).isEqualTo(id);
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction ->
                        backfills.mark(page, "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 8}, {\"id\": 9}]"));
    }

    private List<Long> due() {
        return database.jdbc()
                .sql("SELECT order_id FROM due_order WHERE due_at IS NOT NULL ORDER BY order_id")
                .query(Long.class)
                .list();
    }

    private void settled(long order) {
        database.jdbc()
                .sql("INSERT INTO due_order (store, order_id, marks, outcome) VALUES ('us', :order, 1, 'posted')")
                .param("order", order)
                .update();
    }

    private void parked(long order, @Nullable String total) {
        database.jdbc()
                .sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, settled_at, currency, total, refunded,
                            in_ledger)
                        VALUES ('us', :order, 1, 'parked', 'gave-up', :at, :currency, :total, 0, 0)""")
                .param("order", order)
                .param("at", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("currency", total == null ? null : "USD")
                .param("total", total == null ? null : new BigDecimal(total))
                .update();
    }
}
