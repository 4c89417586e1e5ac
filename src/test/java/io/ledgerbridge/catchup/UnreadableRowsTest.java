package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.lists.UnreadableRow;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.queue.EventRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class UnreadableRowsTest {

    private static final UnreadableRow ROW =
            new UnreadableRow("list of orders", "A row says: id x, password: hunter2hunter2");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final UnreadableRows rows;
    private final TransactionTemplate transactions;

    UnreadableRowsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                EventRows.class,
                SweepCursors.class,
                UnreadableRows.class,
                DeadLetters.class);
        this.rows = beans.getBean(UnreadableRows.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
        beans.getBean(SweepCursors.class).at("us", "orders", Instant.EPOCH);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void keepsEachRowOnceWithoutItsSecretsAndListsItWithTheParked() {
        UnreadableRow other = new UnreadableRow("list of refunds", "A row is empty.");
        keep("us", ROW, ROW, other);
        keep("us", other, ROW);
        keep("eu", ROW);

        List<Parked> parked =
                beans.getBean(DeadLetters.class).page("us", null, 0, 50).items();
        assertThat(parked).hasSize(2);
        assertThat(parked).extracting(Parked::reason).containsOnly("unreadable-event");
        assertThat(parked.get(0).detail()).startsWith("A row says: id x").doesNotContain("hunter2");
        assertThat(parked.get(1).detail()).isEqualTo("A row is empty.");
        assertThat(parked.get(0).remedy()).contains("Find the order in BigCommerce");
        assertThat(database.count("event")).isEqualTo(3);
    }

    /** An answer that was garbled on its way is well when it is read again. */
    @Test
    void takesARowForOneThatIsThereOnlyAtItsSecondReadingOrWhenItIsKept() {
        UnreadableRow other = new UnreadableRow("list of orders", "A row is empty.");
        assertThat(isAgain(ROW)).isFalse();
        assertThat(isAgain(ROW)).isTrue();
        keep("us", ROW);
        assertThat(isAgain(ROW)).isTrue();
        assertThat(isAgain()).isTrue();
        assertThat(isAgain(ROW, other)).isFalse();
        assertThatThrownBy(() -> isAgain(new UnreadableRow("list of orders", "garbled anew")))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("differ each time");
        assertThat(rows.areTheSameAgain("us", "another task", List.of(other))).isFalse();
        assertThat(rows.areTheSameAgain("eu", "sweep", List.of(ROW))).isFalse();
    }

    private boolean isAgain(UnreadableRow... found) {
        return rows.areTheSameAgain("us", "sweep", List.of(found));
    }

    /** The other waits until the first has committed; without that both would find none. */
    @Test
    void keepsARowOnceThatTwoProcessesFindAtOnce() throws Exception {
        CompletableFuture<Void> other = transactions.execute(status -> {
            rows.keep("us", List.of(ROW));
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> keep("us", ROW));
            awaitOrGoOn(second);
            return second;
        });

        assertThat(other).succeedsWithin(Duration.ofSeconds(30));
        assertThat(database.count("event")).isEqualTo(1);
    }

    private static void awaitOrGoOn(CompletableFuture<Void> second) {
        try {
            second.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            return;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void keep(String store, UnreadableRow... found) {
        transactions.executeWithoutResult(status -> rows.keep(store, List.of(found)));
    }
}
