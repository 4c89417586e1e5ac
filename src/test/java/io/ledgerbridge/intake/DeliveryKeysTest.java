package io.ledgerbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class DeliveryKeysTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final DeliveryKeys deliveries;
    private final TransactionTemplate transactions;

    DeliveryKeysTest(Database database) {
        this.database = database;
        this.beans = database.beans(new TestClock("2026-11-03T12:00:00Z"), DeliveryKeys.class);
        this.deliveries = beans.getBean(DeliveryKeys.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
    }

    @BeforeEach
    void start() {
        database.clear();
        deliveries.start();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void takesAKeyOnce() {
        assertThat(deliveries.add("us:1")).isTrue();
        assertThat(deliveries.add("us:1")).isFalse();
        assertThat(deliveries.add("us:2")).isTrue();
        assertThat(deliveries.contains("us:1")).isTrue();
        assertThat(deliveries.contains("us:3")).isFalse();
        assertThat(database.count("delivery")).isEqualTo(2);
    }

    @Test
    void isAddedByExactlyOneOfManyTransactionsAndEndsNone() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "us:" + round;
            List<Boolean> added = Together.run(8, () -> addAndGoOn(key));
            assertThat(added).containsOnlyOnce(true);
        }
        assertThat(database.count("delivery")).isEqualTo(20);
    }

    @Test
    void waitsForTheTransactionThatHasTheKeyAndFindsItTaken() {
        CompletableFuture<Boolean> second = addDuringAnother("us:1", false);
        assertThat(second.join()).isFalse();
        assertThat(database.count("delivery")).isEqualTo(1);
    }

    @Test
    void waitsForTheTransactionThatHasTheKeyAndTakesItWhereThatIsRolledBack() {
        CompletableFuture<Boolean> second = addDuringAnother("us:1", true);
        assertThat(second.join()).isTrue();
        assertThat(database.count("delivery")).isEqualTo(1);
    }

    @Test
    void givesAKeyBackWithItsTransaction() {
        transactions.executeWithoutResult(transaction -> {
            assertThat(deliveries.add("us:1")).isTrue();
            transaction.setRollbackOnly();
        });
        assertThat(database.count("delivery")).isZero();
        assertThat(deliveries.add("us:1")).isTrue();
    }

    /** A statement after the key shows whether the transaction still stands. */
    private boolean addAndGoOn(String key) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean added = deliveries.add(key);
            assertThat(deliveries.contains(key)).isTrue();
            return added;
        }));
    }

    private CompletableFuture<Boolean> addDuringAnother(String key, boolean rollBack) {
        AtomicInteger begun = new AtomicInteger();
        return transactions.execute(transaction -> {
            assertThat(deliveries.add(key)).isTrue();
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
                begun.incrementAndGet();
                return addAndGoOn(key);
            });
            Awaitility.await().untilAtomic(begun, org.hamcrest.Matchers.is(1));
            Awaitility.await().during(300, TimeUnit.MILLISECONDS).until(() -> !second.isDone());
            if (rollBack) {
                transaction.setRollbackOnly();
            }
            return second;
        });
    }
}
