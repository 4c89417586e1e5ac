package io.ledgerbridge.operations;

import ch.qos.logback.classic.LoggerContext;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has every stack trace of the process pass through {@link RepeatedStacks}, those of Camel, Tomcat and Hikari as well. */
@Component
class LogGuard {

    private final RepeatedStacks filter;

    LogGuard(Clock clock) {
        this.filter = new RepeatedStacks(clock);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            filter.setContext(logback);
            filter.start();
            logback.addTurboFilter(filter);
        }
    }

    @PreDestroy
    void stop() {
        filter.stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(filter);
        }
    }
}
