package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** A timer that doesn't fire is named, and a route that a person stops is no fault. */
class TimersHealthTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final TimerTurns turns = new TimerTurns(clock);
    private final TimersHealth health = new TimersHealth(turns, camel);
    private final Semaphore mayEnd = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);

    @BeforeEach
    void start() throws Exception {
        camel.addRoutePolicyFactory(turns);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:other").routeId("other").to("log:other?level=OFF");
                from("timer:seldom?period=12h&delay=12h").routeId("seldom").to("log:seldom?level=OFF");
                from("timer:often?period=1&delay=0&synchronous=true")
                        .routeId("often")
                        .process(turn -> {
                            begun.release();
                            mayEnd.acquire();
                        });
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        mayEnd.release(1_000_000);
        camel.stop();
    }

    @Test
    void isUpWhileTimersFire() throws Exception {
        acquire(begun);
        clock.advance(Duration.ofMinutes(4));
        endTurn();
        acquire(begun);
        clock.advance(Duration.ofMinutes(4));
        endTurn();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("watched", 2).hasSize(1);
    }

    @Test
    void namesATimerThatFiresNoMore() throws Exception {
        acquire(begun);
        suspend("often");
        endTurn();

        clock.advance(Duration.ofMinutes(5));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.advance(Duration.ofSeconds(1));
        Health now = health.health();

        assertThat(now.getStatus()).isEqualTo(Status.DOWN);
        assertThat(now.getDetails())
                .containsEntry("often", "no turn since 2026-11-03T12:00:00Z, though one is due every PT0.001S")
                .doesNotContainKey("seldom");
    }

    @Test
    void waitsForFivePeriodsOfOneThatFiresSeldom() throws Exception {
        suspend("seldom");

        clock.advance(Duration.ofDays(3));
        assertThat(health.health().getDetails()).doesNotContainKey("seldom");
        clock.advance(Duration.ofSeconds(1));

        assertThat(health.health().getDetails()).containsKey("seldom");
    }

    @Test
    void isUpAgainWhenItFiresAgain() throws Exception {
        acquire(begun);
        suspend("often");
        endTurn();
        clock.advance(HOUR);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        Objects.requireNonNull(camel.getRoute("often")).getConsumer().start();
        acquire(begun);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWhereAPersonHasStoppedTheRoute() throws Exception {
        mayEnd.release(1_000_000);
        camel.getRouteController().stopRoute("often");
        clock.advance(HOUR);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        camel.getRouteController().startRoute("often");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWhereAPersonHasSuspendedTheRoute() throws Exception {
        mayEnd.release(1_000_000);
        camel.getRouteController().suspendRoute("often");
        clock.advance(HOUR);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        camel.getRouteController().resumeRoute("often");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void namesATurnThatDoesNotEnd() throws Exception {
        acquire(begun);

        clock.advance(HOUR);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.advance(Duration.ofSeconds(1));

        assertThat(health.health().getDetails())
                .containsEntry("often", "a turn has been under way since 2026-11-03T12:00:00Z");
    }

    private void endTurn() {
        NotifyBuilder ended =
                new NotifyBuilder(camel).fromRoute("often").whenDone(1).create();
        mayEnd.release();
        assertThat(ended.matches(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Stops the timer under the route, which goes on. */
    private void suspend(String route) {
        Objects.requireNonNull(camel.getRoute(route)).getConsumer().stop();
    }

    private static void acquire(Semaphore semaphore) throws InterruptedException {
        assertThat(semaphore.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
}
