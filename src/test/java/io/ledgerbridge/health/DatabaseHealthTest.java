package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class DatabaseHealthTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final DataSource database = mock(DataSource.class);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final DatabaseHealth health = new DatabaseHealth(database);

    @AfterEach
    void stop() {
        answer.countDown();
        health.destroy();
    }

    @Test
    void isDownSoonWhileTheDatabaseHangsAndKeepsNobodyWaiting() throws Exception {
        when(database.getConnection()).thenAnswer(hanging -> {
            asked.incrementAndGet();
            answer.await();
            throw new SQLException("gone");
        });

        long began = System.nanoTime();
        List<Status> statuses = Together.run(20, () -> health.health().getStatus());

        assertThat(statuses).containsOnly(Status.DOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        // a busy machine may stand still in the middle of one, but not of all
        assertThat(Stream.generate(this::timeOfAnother).limit(5))
                .anyMatch(took -> took.compareTo(Duration.ofSeconds(1)) < 0);
        assertThat(asked).hasValue(1);
    }

    private Duration timeOfAnother() {
        long began = System.nanoTime();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void isUpAgainOnceTheDatabaseAnswers() throws Exception {
        when(database.getConnection()).thenThrow(new SQLException("away")).thenAnswer(back -> connection());

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void asksOnceASecondHoweverOftenItIsAsked() throws Exception {
        when(database.getConnection()).thenAnswer(there -> {
            asked.incrementAndGet();
            return connection();
        });

        // it keeps the database there, so that no answer waits until there is one
        try (Connection before = connection()) {
            assertThat(before.isValid(0)).isTrue();
            List<Health> answers = Together.run(50, health::health);

            assertThat(answers).extracting(Health::getStatus).containsOnly(Status.UP);
            assertThat(asked).hasValueLessThan(10);
        }
    }

    private static Connection connection() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:health");
        return h2.getConnection();
    }
}
