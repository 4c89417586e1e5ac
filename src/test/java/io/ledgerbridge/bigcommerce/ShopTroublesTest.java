package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A task that keeps failing is told at once, then every hour with a count, and is there to be asked for meanwhile. */
class ShopTroublesTest {

    private static final String SWEEP = "sweep of orders";
    private static final Instant START = Instant.parse("2026-11-03T12:00:00Z");

    private final TestClock clock = new TestClock(START.toString());
    private final ShopTroubles troubles =
            new ShopTroubles(new Words(new KnownSecrets()), failures -> Duration.ofMinutes(1), clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ShopTroubles.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void tellsTheFirstFailureAndThenEveryHourHowOftenItFailed() {
        for (int minutes = 0; minutes <= 120; minutes += 5) {
            fail("HTTP 500");
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).contains("us", SWEEP, "HTTP 500");
        assertThat(lines().get(1)).contains("13 times", START.toString());
        assertThat(lines().get(2)).contains("25 times");
    }

    @Test
    void tellsOtherWordsAtOnceAMinute() {
        for (int second = 0; second < 120; second++) {
            fail("HTTP 500, request " + second);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(lines()).hasSize(2);
    }

    @Test
    void saysSinceWhenATaskFailsAndHowOften() {
        fail("HTTP 500");
        clock.advance(Duration.ofMinutes(5));
        fail("HTTP 502");
        troubles.failed("us", "webhooks", Fault.passing("HTTP 503", null));

        Instant last = START.plus(Duration.ofMinutes(5));
        assertThat(troubles.failing("us"))
                .containsExactly(
                        new FailingTask("us", SWEEP, START, 2, "HTTP 502", last),
                        new FailingTask("us", "webhooks", last, 1, "HTTP 503", last));
        assertThat(troubles.failing("eu")).isEmpty();
    }

    @Test
    void forgetsATaskThatIsDone() {
        fail("HTTP 500");
        troubles.passed("us", SWEEP);
        fail("HTTP 500");

        assertThat(troubles.failing("us"))
                .singleElement()
                .satisfies(task -> assertThat(task.failures()).isEqualTo(1));
        assertThat(lines()).hasSize(3);
    }

    private void fail(String words) {
        troubles.failed("us", SWEEP, Fault.passing(words, null));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
