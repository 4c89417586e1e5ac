package io.ledgerbridge.orders.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.TestStoppages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class StopsTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-05T12:00:00Z");
    private final ShopTroubles troubles =
            new ShopTroubles(new Words(new KnownSecrets()), failures -> Duration.ofMinutes(1), clock);
    private final AnnotationConfigApplicationContext beans;
    private final Looks looks;
    private final Stops stops;

    StopsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock, QueueBeans.class, Pauses.class, TokenStates.class, StoreBackOff.class, LastLooks.class);
        Shops shops = TestStoppages.shops("us", "eu");
        this.looks = new Looks(
                shops,
                beans.getBean(LastLooks.class),
                new SweepSettings(Duration.ofMinutes(5), Duration.ofMinutes(10)),
                clock::instant);
        this.stops = new Stops(shops, TestStoppages.of(shops, beans), troubles, looks);
    }

    @BeforeEach
    void clear() {
        database.clear();
        looked("us", 5);
        looked("eu", 5);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void areNoneAsLongAsAllIsWell() {
        beans.getBean(StoreBackOff.class)
                .throttled("us", Side.BIGCOMMERCE, clock.instant().plusSeconds(5), "HTTP 429");
        troubles.failed("us", "webhook check", new IllegalStateException("no"));
        beans.getBean(Pauses.class).pause("gone", "ops", "a store that is set up no more");
        assertThat(stops.of(null)).isEmpty();
    }

    @Test
    void nameTheSideThatDoesNotAnswerAndTheNextTry() {
        beans.getBean(StoreBackOff.class).failed("us", Side.SAGE_X3, "no connection");
        beans.getBean(StoreBackOff.class).failed("eu", Side.BIGCOMMERCE, "HTTP 500");
        assertThat(kinds(null)).containsExactlyInAnyOrder("us SAGE_X3", "eu BIGCOMMERCE");
        assertThat(kinds("us")).containsExactly("us SAGE_X3");
        Stop stop = stops.of("us").get(0);
        assertThat(stop.since()).isEqualTo(clock.instant());
        assertThat(stop.nextTry()).isAfter(clock.instant());
        assertThat(stop.words()).isEqualTo("no connection");
    }

    @Test
    void nameAPauseAPairingAndASweepThatFails() {
        beans.getBean(Pauses.class).pause("us", "ops", "stock-taking");
        troubles.failed("eu", "sweep of orders", new IllegalStateException("no"));
        troubles.failed("eu", "sweep of refunds", new IllegalStateException("no"));
        database.jdbc()
                .sql("INSERT INTO x3_login (store, needs_pairing_since) VALUES ('eu', CURRENT_TIMESTAMP)")
                .update();
        assertThat(kinds(null)).containsExactlyInAnyOrder("us PAUSE", "eu PAIRING", "eu SWEEP");
    }

    /** Its calls fail, too, until it is paired. */
    @Test
    void nameAPairingAlone() {
        beans.getBean(StoreBackOff.class).failed("us", Side.SAGE_X3, "HTTP 401");
        database.jdbc()
                .sql("INSERT INTO x3_login (store, needs_pairing_since) VALUES ('us', CURRENT_TIMESTAMP)")
                .update();
        assertThat(kinds(null)).containsExactly("us PAIRING");
    }

    /** A store that was paired, and logs in by other means now, has an outage like any other. */
    @Test
    void nameNoPairingOfAStoreThatIsNotPairedAnyMore() {
        beans.getBean(StoreBackOff.class).failed("us", Side.SAGE_X3, "no connection");
        database.jdbc()
                .sql("INSERT INTO x3_login (store, needs_pairing_since) VALUES ('us', CURRENT_TIMESTAMP)")
                .update();
        Shops shops = TestStoppages.shops("us");

        assertThat(new Stops(shops, TestStoppages.of(shops, beans, false), troubles, looks).of(null))
                .extracting(Stop::kind)
                .containsExactly(Stop.Kind.SAGE_X3);
    }

    @Test
    void nameAStoreOfWhichMissedOrdersAreNotLookedForAnyMore() {
        looked("eu", 15);
        assertThat(kinds(null)).isEmpty();
        looked("eu", 16);
        assertThat(kinds(null)).containsExactly("eu LATE_LOOK");
        assertThat(stops.of("eu").get(0).since()).isEqualTo("2026-11-05T11:44:00Z");
    }

    @Test
    void nameAStoreOfWhichMissedOrdersWereNeverLookedFor() {
        unlooked("eu", "refunds");
        assertThat(kinds(null)).containsExactly("eu FIRST_LOOK");
        clock.advance(Duration.ofMinutes(4));
        looked("us", 0);
        clock.advance(Duration.ofMinutes(12));
        assertThat(kinds(null)).containsExactly("eu NO_LOOK");
        assertThat(stops.of("eu").get(0).since()).isEqualTo("2026-11-05T12:00:00Z");
        database.jdbc().sql("DELETE FROM sweep_cursor WHERE store = 'eu'").update();
        assertThat(kinds("eu")).containsExactly("eu NO_LOOK");
    }

    /** Only one of its lists was begun. */
    @Test
    void nameAStoreOfWhichOneListWasNeverLookedAt() {
        database.jdbc()
                .sql("DELETE FROM sweep_cursor WHERE store = 'us' AND name = 'refunds'")
                .update();
        assertThat(kinds("us")).containsExactly("us FIRST_LOOK");
    }

    @Test
    void nameTheCauseAloneWhereItIsKnownWhyNobodyLooks() {
        looked("us", 60);
        looked("eu", 60);
        beans.getBean(StoreBackOff.class).failed("us", Side.BIGCOMMERCE, "HTTP 500");
        beans.getBean(Pauses.class).pause("eu", "ops", "stock-taking");
        assertThat(kinds(null)).containsExactlyInAnyOrder("us BIGCOMMERCE", "eu PAUSE", "eu LATE_LOOK");
    }

    /** So many minutes ago. */
    private void looked(String store, long ago) {
        for (String list : List.of("orders", "refunds")) {
            unlooked(store, list);
            database.jdbc()
                    .sql("UPDATE sweep_cursor SET looked_at = :at WHERE store = :store AND name = :list")
                    .param("at", clock.instant().minus(Duration.ofMinutes(ago)).atOffset(ZoneOffset.UTC))
                    .param("store", store)
                    .param("list", list)
                    .update();
        }
    }

    private void unlooked(String store, String list) {
        database.jdbc()
                .sql("DELETE FROM sweep_cursor WHERE store = :store AND name = :list")
                .param("store", store)
                .param("list", list)
                .update();
        database.jdbc()
                .sql("INSERT INTO sweep_cursor (store, name, at) VALUES (:store, :list, CURRENT_TIMESTAMP)")
                .param("store", store)
                .param("list", list)
                .update();
    }

    private List<String> kinds(@Nullable String store) {
        return stops.of(store).stream()
                .map(stop -> stop.store() + " " + stop.kind())
                .toList();
    }
}
