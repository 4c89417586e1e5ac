package io.ledgerbridge.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ledgerbridge.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cause's stack is logged once an hour, and in between it is counted. */
class RepeatedStacksTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final RepeatedStacks repeated = new RepeatedStacks(clock);
    private final LoggerContext logback = new LoggerContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = logback.getLogger("io.ledgerbridge");
    private final Logger librarys = logback.getLogger("org.apache.camel");

    @BeforeEach
    void start() {
        log.start();
        logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
        logback.addTurboFilter(repeated);
    }

    @Test
    void logsTheSameCauseOnceHoweverOftenItComesAndWhoeverLogsIt() {
        for (int time = 0; time < 10_000; time++) {
            ours.error("order {} failed", time, failure("order " + time));
            librarys.warn("failed delivery", failure("order " + time));
        }

        assertThat(stacks()).hasSize(1);
        assertThat(log.list).hasSize(1);
    }

    @Test
    void saysOnceAMinuteHowOftenItCame() {
        ours.error("order {} failed", 1, failure("first"));
        for (int time = 0; time < 7; time++) {
            ours.error("order {} failed", time, failure("again"));
        }
        clock.advance(Duration.ofMinutes(1));
        ours.error("order {} failed", 250, failure("still\nagain"));

        assertThat(stacks()).hasSize(1);
        assertThat(log.list).hasSize(2);
        assertThat(log.list.get(1).getFormattedMessage())
                .contains("order 250 failed", "IllegalStateException: still again", "8 times");
        assertThat(log.list.get(1).getLevel()).isEqualTo(Level.ERROR);
        assertThat(log.list.get(1).getLoggerName()).isEqualTo("io.ledgerbridge");
    }

    @Test
    void logsTheStackAgainAfterAnHour() {
        ours.error("failed", failure("first"));
        clock.advance(Duration.ofHours(1));
        ours.error("failed", failure("later"));

        assertThat(stacks()).hasSize(2);
    }

    @Test
    void tellsWithoutAnotherOccurrenceHowOftenItCame() {
        ours.error("order {} failed", 1, failure("first"));
        for (int time = 0; time < 7; time++) {
            ours.error("order {} failed", time, failure("again"));
        }
        repeated.tell();
        assertThat(log.list).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        repeated.tell();
        repeated.tell();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("order 0 failed", "7 times");
    }

    @Test
    void tellsAtTheEndHowOftenItCame() {
        ours.error("failed", failure("first"));
        ours.error("failed", failure("second"));
        repeated.stop();
        repeated.stop();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("1 times");
    }

    @Test
    void tellsWhatCameWithinTheHourBeforeTheNextStack() {
        ours.error("failed", failure("first"));
        ours.error("failed", failure("second"));
        clock.advance(Duration.ofHours(1));
        ours.error("failed", failure("later"));

        assertThat(stacks()).hasSize(2);
        assertThat(lines().get(1)).contains("1 times");
    }

    @Test
    void losesNoCountOfACauseThatIsForgottenNorOfTheOthers() {
        for (int line = 0; line < SeenCauses.MOST; line++) {
            ours.error("failed", thrownAt(line));
        }
        ours.error("failed", thrownAt(0));
        clock.advance(Duration.ofSeconds(1));
        ours.error("failed", thrownAt(9_000));
        ours.error("failed", thrownAt(9_001));
        clock.advance(Duration.ofHours(1));
        ours.error("failed", thrownAt(9_999));
        repeated.tell();

        assertThat(lines().stream().filter(line -> line.contains("times since")))
                .as("the others' first is told at once")
                .hasSize(3);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void takesWhatIsWrappedForWhatIsWithin() {
        ours.error("failed", failure("bare"));
        ours.error("failed", new RuntimeException("wrapped", failure("within")));

        assertThat(stacks()).hasSize(1);
    }

    @Test
    void tellsOneCauseFromAnother() {
        ours.error("failed", failure("one"));
        ours.error("failed", new IllegalStateException("thrown elsewhere"));
        ours.error("failed", new IllegalArgumentException("another class"));

        assertThat(stacks()).hasSize(3);
    }

    @Test
    void boundsHowManyCausesHaveAStack() {
        for (int line = 0; line < 5_000; line++) {
            ours.error("failed", thrownAt(line));
        }
        assertThat(stacks()).hasSize(SeenCauses.MOST);
        assertThat(log.list).as("and a line of the others").hasSize(SeenCauses.MOST + 1);

        clock.advance(Duration.ofHours(1));
        ours.error("failed", thrownAt(9_999));
        assertThat(stacks()).hasSize(SeenCauses.MOST + 1);
    }

    @Test
    void letsEverythingElsePass() {
        for (int time = 0; time < 10; time++) {
            ours.error("a line {}", time);
            ours.info("with a stack", failure("told at leisure"));
        }
        ours.setLevel(Level.ERROR);
        ours.warn("not logged at this level", failure("quiet"));

        assertThat(log.list).hasSize(20);
        assertThat(stacks()).hasSize(10);
    }

    private List<ILoggingEvent> stacks() {
        return log.list.stream()
                .filter(event -> Objects.nonNull(event.getThrowableProxy()))
                .toList();
    }

    private static IllegalStateException failure(String words) {
        IllegalStateException failure = new IllegalStateException(words);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("Books", "write", "Books.java", 7)});
        return failure;
    }

    private static RuntimeException thrownAt(int line) {
        RuntimeException failure = new IllegalStateException("line " + line);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("Some", "method", "Some.java", line)});
        return failure;
    }
}
