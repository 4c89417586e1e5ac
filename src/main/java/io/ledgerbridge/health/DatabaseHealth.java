package io.ledgerbridge.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the database, at most once a second however often health is asked for, and by a thread of its own: one that hangs
 * is down after two seconds, and holds up nobody who asks after that.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator, DisposableBean {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HealthIndicator database;
    private final ExecutorService thread = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            new CustomizableThreadFactory("database-health-"));

    private Question last =
            new Question(CompletableFuture.completedFuture(Health.unknown().build()), 0);
    private boolean asked;

    DatabaseHealth(DataSource database) {
        this.database = new DataSourceHealthIndicator(database);
    }

    private record Question(CompletableFuture<Health> answer, long asked) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - asked);
        }
    }

    @Override
    public Health health() {
        Question question = question();
        long patience = Math.max(0, PATIENCE.minus(question.age()).toMillis());
        try {
            return question.answer().get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            return Health.down()
                    .withDetail("error", "no answer within %d s".formatted(PATIENCE.toSeconds()))
                    .build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        } catch (ExecutionException failed) {
            return Health.down(failed).build();
        }
    }

    /** The one that is under way, or has just been answered; otherwise a new one. */
    private synchronized Question question() {
        if (!asked || (last.answer().isDone() && last.age().compareTo(FRESH) > 0)) {
            asked = true;
            last = new Question(CompletableFuture.supplyAsync(database::health, thread), System.nanoTime());
        }
        return last;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
