package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.work.ClockOffset;
import io.ledgerbridge.work.Faults;
import io.ledgerbridge.work.OrderScheduler;
import io.ledgerbridge.work.Quarantine;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A paused store's orders are claimed by no process, and nobody else's wait for them. */
@OnEachDatabase
class PausesTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext one;
    private final AnnotationConfigApplicationContext other;

    PausesTest(Database database) {
        this.database = database;
        this.one = process();
        this.other = process();
    }

    private AnnotationConfigApplicationContext process() {
        return database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                AuditTrail.class,
                StoreBackOff.class,
                Pauses.class,
                Workers.class,
                Faults.class);
    }

    private OrderScheduler scheduler(AnnotationConfigApplicationContext process) {
        return new OrderScheduler(
                process.getBean(Claims.class),
                process.getBean(StoreBackOff.class),
                process.getBean(Pauses.class),
                new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5)),
                clock,
                new Shops(Map.of("eu", Mockito.mock(ShopSettings.class), "us", Mockito.mock(ShopSettings.class))),
                new Workers(clock),
                process.getBean(Faults.class),
                Mockito.mock(Quarantine.class),
                Mockito.mock(ClockOffset.class),
                clock::instant);
    }

    @BeforeEach
    void mark() {
        database.clear();
        orders().mark("us", 1);
        orders().mark("us", 2);
        orders().mark("eu", 1);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private DueOrders orders() {
        return one.getBean(DueOrders.class);
    }

    private Pauses pauses() {
        return one.getBean(Pauses.class);
    }

    @Test
    void keepsEveryProcessFromThePausedStoreAlone() {
        pauses().pause("us", "ops", "the month is being closed");

        assertThat(scheduler(other).claims()).extracting(Claim::store).containsExactly("eu");
        assertThat(scheduler(one).claims()).isEmpty();
    }

    @Test
    void letsThemGoOnWhenItIsResumed() {
        pauses().pause("us", "ops", "closing");

        assertThat(other.getBean(Pauses.class).resume("us")).isTrue();
        assertThat(scheduler(one).claims()).extracting(Claim::store).contains("us");
        assertThat(pauses().resume("us")).isFalse();
    }

    @Test
    void saysSinceWhenAndWhyAndKeepsTheBeginningOfAPauseThatIsAskedForTwice() {
        pauses().pause("us", "ops", "closing");
        clock.advance(Duration.ofHours(1));
        other.getBean(Pauses.class).pause("us", "admin", "still closing");

        assertThat(pauses().all())
                .containsExactly(new Pause("us", Instant.parse("2026-11-03T12:00:00Z"), "admin", "still closing"));
        assertThat(pauses().of("eu")).isEmpty();
    }

    @Test
    void letsAnOrderThatIsBeingWorkedComeToItsEnd() {
        List<Claim> claims = scheduler(one).claims();
        pauses().pause("us", "ops", "closing");

        claims.forEach(claim -> one.getBean(OrderWork.class).posted(claim));

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM due_order WHERE outcome = 'posted'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void costsAnOrderThatFailedBeforeItNoneOfItsTime() {
        Claim failed = scheduler(one).claims().stream()
                .filter(claim -> claim.store().equals("us") && claim.order() == 1)
                .findFirst()
                .orElseThrow();
        one.getBean(OrderWork.class).retry(failed, clock.instant().plusSeconds(30), "X3 was away");
        pauses().pause("us", "ops", "a long repair");
        clock.advance(Duration.ofDays(3));
        pauses().resume("us");

        Claim again = scheduler(other).claims().stream()
                .filter(claim -> claim.store().equals("us") && claim.order() == 1)
                .findFirst()
                .orElseThrow();

        assertThat(again.failingSince()).isEqualTo(clock.instant());
        assertThat(again.attempts()).isEqualTo(1);
    }
}
