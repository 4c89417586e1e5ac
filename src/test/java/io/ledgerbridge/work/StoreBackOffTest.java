package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Two stores, eight workers; the first delay is 30 s. */
@OnEachDatabase
class StoreBackOffTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final DueOrders orders;
    private final Claims queue;
    private final StoreBackOff connections;
    private final Faults faults;
    private final OrderWork work;
    private final OrderScheduler scheduler;

    StoreBackOffTest(Database database) {
        this.database = database;
        this.beans = database.beans(
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
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.connections = beans.getBean(StoreBackOff.class);
        this.faults = beans.getBean(Faults.class);
        this.work = beans.getBean(OrderWork.class);
        this.scheduler = new OrderScheduler(
                queue,
                connections,
                beans.getBean(Pauses.class),
                new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5)),
                clock,
                shops(),
                new Workers(clock),
                faults,
                Mockito.mock(Quarantine.class),
                Mockito.mock(ClockOffset.class),
                clock::instant);
    }

    private static Shops shops() {
        Shops shops = Mockito.mock(Shops.class);
        Mockito.when(shops.all()).thenReturn(new TreeMap<>(keys()));
        return shops;
    }

    private static Map<String, ShopSettings> keys() {
        Map<String, ShopSettings> keys = new HashMap<>();
        keys.put("eu", Mockito.mock(ShopSettings.class));
        keys.put("us", Mockito.mock(ShopSettings.class));
        return keys;
    }

    @BeforeEach
    void mark() {
        database.clear();
        LongStream.range(0, 20).forEach(order -> {
            orders.mark("us", order);
            orders.mark("eu", order);
        });
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void sharesTheWorkersAmongTheStores() {
        assertThat(stores(scheduler.claims())).containsExactlyInAnyOrderEntriesOf(Map.of("us", 4, "eu", 4));
    }

    @Test
    void keepsOneWorkerForAnotherStoreHoweverSlowOneIs() {
        database.jdbc().sql("DELETE FROM due_order WHERE store = 'eu'").update();
        assertThat(stores(scheduler.claims())).isEqualTo(Map.of("us", 7));
        orders.mark("eu", 1);
        assertThat(stores(scheduler.claims())).isEqualTo(Map.of("eu", 1));
    }

    @Test
    void givesAFreedWorkerToItsStoreAgain() {
        database.jdbc().sql("DELETE FROM due_order WHERE store = 'eu'").update();
        List<Claim> claims = scheduler.claims();
        scheduler.done(claims.get(0));
        assertThat(stores(scheduler.claims())).isEqualTo(Map.of("us", 1));
    }

    @Test
    void letsAWholeStoreWaitForItsCredentialsAndNoOther() {
        refuse(scheduler.claims(), "us");
        assertThat(stores(scheduler.claims())).doesNotContainKey("us").containsKey("eu");
    }

    @Test
    void countsWorkersThatAreRefusedTogetherOnce() {
        refuse(scheduler.claims(), "us");
        assertThat(trouble("us").failures()).isEqualTo(1);
        assertThat(trouble("us").until())
                .isBetween(clock.instant().plusSeconds(15), clock.instant().plusSeconds(30));
        assertThat(trouble("us").detail()).isEqualTo("401");
    }

    @Test
    void sendsOneOrderAheadWhenTheWaitIsOverAndWaitsLongerEachTime() {
        refuse(scheduler.claims(), "us");
        Duration longest = Duration.ofSeconds(30);
        for (int failure = 2; failure < 10; failure++) {
            clock.set(trouble("us").until());
            List<Claim> ahead = ofStore(scheduler.claims(), "us");
            assertThat(ahead).hasSize(1);
            assertThat(ofStore(scheduler.claims(), "us")).as("one goes ahead").isEmpty();
            refuse(ahead, "us");
            longest = longest.multipliedBy(2).compareTo(Duration.ofHours(1)) > 0
                    ? Duration.ofHours(1)
                    : longest.multipliedBy(2);
            assertThat(Duration.between(clock.instant(), trouble("us").until()))
                    .isBetween(longest.dividedBy(2), longest);
            assertThat(trouble("us").failures()).isEqualTo(failure);
        }
    }

    @Test
    void letsTheOthersFollowWhenItGotThrough() {
        database.jdbc().sql("DELETE FROM due_order WHERE store = 'eu'").update();
        refuse(scheduler.claims(), "us");
        clock.set(trouble("us").until());
        Claim ahead = ofStore(scheduler.claims(), "us").get(0);
        connections.reached("us", "bigcommerce");
        assertThat(connections.current()).as("X3 was not reached").isNotEmpty();
        connections.reached("us", "sage-x3");
        work.posted(ahead);
        scheduler.done(ahead);
        assertThat(connections.current()).isEmpty();
        assertThat(ofStore(scheduler.claims(), "us")).hasSizeGreaterThan(1);
    }

    @Test
    void doesNotEndAWaitByWorkThatBeganBefore() {
        List<Claim> claims = scheduler.claims();
        refuse(claims, "us");
        connections.current();
        connections.reached("us", "sage-x3");
        assertThat(connections.current()).isNotEmpty();
    }

    @Test
    void letsAllWorkersOfAStoreWaitForBigCommercesRateLimit() {
        List<Claim> claims = ofStore(scheduler.claims(), "us");
        Instant until = clock.instant().plusSeconds(17);
        faults.handle(claims.get(0), Fault.throttled(Side.BIGCOMMERCE, "429", until));
        scheduler.done(claims.get(0));
        assertThat(ofStore(scheduler.claims(), "us")).isEmpty();
        assertThat(trouble("us").until()).isEqualTo(until);
        clock.set(until);
        assertThat(ofStore(scheduler.claims(), "us")).isEmpty();
    }

    @Test
    void hearsOfTheRateLimitFromTheProgramsOwnTasksToo() {
        faults.noted(
                "us", Fault.throttled(Side.BIGCOMMERCE, "429", clock.instant().plusSeconds(17)));
        faults.noted("eu", Fault.credentials(Side.BIGCOMMERCE, "403: no scope for webhooks"));
        assertThat(stores(scheduler.claims())).isEqualTo(Map.of("eu", 7));
    }

    @Test
    void parksAnOrderInTheEndThoughItsX3IsOnlyEverDown() {
        Claim claim = ofStore(scheduler.claims(), "us").get(0);
        faults.handle(claim, Fault.down(Side.SAGE_X3, "left alone"));
        clock.advance(Duration.ofHours(49));
        Claim again = queue.claim("us", 50).stream()
                .filter(later -> later.order() == claim.order())
                .findFirst()
                .orElseThrow();
        assertThat(again.attempts()).as("nothing was tried").isZero();
        faults.handle(again, Fault.down(Side.SAGE_X3, "left alone"));
        assertThat(beans.getBean(Claims.class).claim("us", 50)).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT reason FROM due_order WHERE outcome = 'parked'")
                        .query(String.class)
                        .list())
                .containsExactly("gave-up");
    }

    private void refuse(List<Claim> claims, String store) {
        ofStore(claims, store).forEach(claim -> {
            faults.handle(claim, Fault.credentials(Side.SAGE_X3, "401"));
            scheduler.done(claim);
        });
    }

    private StoreBackOff.SideBackOff trouble(String store) {
        return connections.current().stream()
                .filter(trouble -> trouble.store().equals(store))
                .findFirst()
                .orElseThrow();
    }

    private static List<Claim> ofStore(List<Claim> claims, String store) {
        return claims.stream().filter(claim -> claim.store().equals(store)).toList();
    }

    private static Map<String, Integer> stores(List<Claim> claims) {
        Map<String, Integer> stores = new HashMap<>();
        claims.forEach(claim -> stores.merge(claim.store(), 1, Integer::sum));
        return stores;
    }
}
