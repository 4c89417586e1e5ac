package io.ledgerbridge.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.SettlingTime;
import io.ledgerbridge.work.RetrySettings;
import io.ledgerbridge.work.WorkerThreads;
import io.ledgerbridge.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.spi.ModelToXMLDumper;
import org.apache.camel.xml.jaxb.JaxbModelToXMLDumper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** What the packages need from outside themselves. */
@Configuration
class Wiring {

    private static final int PING_THREADS = 200;
    private static final int MOST_ALERTS = 100;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One for each Sage X3: half of the last twenty calls failed, and nobody calls it until the first delay is over. */
    @Bean
    CircuitBreakerRegistry circuitBreakers(RetrySettings retry, MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(retry.initialDelay().dividedBy(2))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }

    /** Camel 4.17's other one breaks off at a throttle of concurrent requests, and Hawtio then has no diagram to show. */
    @Bean
    CamelContextCustomizer diagrams() {
        return camel ->
                camel.getCamelContextExtension().addContextPlugin(ModelToXMLDumper.class, new JaxbModelToXMLDumper());
    }

    /** A ping of a side that hangs keeps threads for as long as its calls may take: no other waits behind it. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService pingThreads() {
        return new ThreadPoolExecutor(
                0,
                PING_THREADS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new CustomizableThreadFactory("ping-"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    WorkerThreads drainWorkers(DrainSettings drain, Workers workers) {
        return new WorkerThreads(drain.workers(), workers);
    }

    @Bean
    CamelContextCustomizer errorsAreFailures() {
        return camel -> camel.getCamelContextExtension().addInterceptStrategy(new ErrorsAreFailures());
    }

    /** For the verification of the audit trail, which runs once at a time; the thread ends when it has nothing to do. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService verificationThread() {
        return one("verification-", new LinkedBlockingQueue<>());
    }

    /** For planning all journals again, likewise. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService recomputationThread() {
        return one("recomputation-", new LinkedBlockingQueue<>());
    }

    /** For alerts: each way tells one after the other, and what would wait too long is only logged. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService mailAlertsThread() {
        return one("alerts-mail-", new ArrayBlockingQueue<>(MOST_ALERTS));
    }

    /** Likewise; a mail server that hangs doesn't hold it up. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService webhookAlertsThread() {
        return one("alerts-webhook-", new ArrayBlockingQueue<>(MOST_ALERTS));
    }

    private static ExecutorService one(String name, BlockingQueue<Runnable> waiting) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, waiting, new CustomizableThreadFactory(name));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Bean
    SettlingTime settlingTime(Folders folders, DrainSettings drain) {
        return new SettlingTime(folders, drain.lease());
    }
}
