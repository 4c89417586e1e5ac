package io.ledgerbridge.logging;

import ch.qos.logback.classic.LoggerContext;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Has every stack trace of the process pass through {@link RepeatedStacks}, those of Camel, Tomcat and Hikari as well. */
@Component
class LogGuard {

    private static final long SECONDS = 60;

    private final ScheduledThreadPoolExecutor thread;
    private final RepeatedStacks filter;

    @SuppressWarnings("FutureReturnValueIgnored")
    LogGuard(Clock clock) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("log-counts-");
        threads.setDaemon(true);
        this.thread = new ScheduledThreadPoolExecutor(1, threads);
        this.filter = new RepeatedStacks(clock);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            filter.setContext(logback);
            filter.start();
            logback.addTurboFilter(filter);
            thread.scheduleWithFixedDelay(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whatever it throws: a task that fails is never run again. */
    private void tell() {
        try {
            filter.tell();
        } catch (RuntimeException | Error failed) {
            LoggerFactory.getLogger(LogGuard.class)
                    .warn("The counts of repeated failures can't be told: {}", failed.toString());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        filter.stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(filter);
        }
    }
}
