package io.ledgerbridge.crash;

import io.ledgerbridge.books.DatabaseClock;
import io.ledgerbridge.inbox.Prunings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Beans by which a year passes for the program's prunings while it works as ever. They go by a {@link FastTime}, and so
 * does what they go by: when deliveries, events and backfills came. Leases, waits, sweeps, looks at the webhooks, tokens
 * and signatures go by the true time, since both sides answer in that; their intervals are made short instead.
 */
final class FastForward {

    /** The setting with the clock's text. */
    static final String CLOCK = "crash.clock";

    /** Of what is written and removed, how many rows there are. */
    static final String ROWS = "soak.rows";

    /** In the log where the prunings failed. */
    static final String FAILED = "A pruning failed";

    private static final Map<String, Class<?>> BEANS = Map.of(
            "prunings", Clock.class,
            "pruningTurns", Clock.class,
            "deliveries", Clock.class,
            "backfills", Clock.class,
            "inbox", DatabaseClock.class);

    private static final Map<String, String> COUNTS = Map.of(
            "deliveries", "SELECT count(*) FROM delivery",
            "bodies", "SELECT count(*) FROM event WHERE whole = TRUE",
            "backfills", "SELECT count(*) FROM backfill");

    private FastForward() {}

    @Bean
    static BeanFactoryPostProcessor fastBeans(Environment environment) {
        FastTime clock = clock(environment);
        return beans -> BEANS.forEach((bean, type) -> give(beans, bean, type, clock));
    }

    /** Has a bean get a clock of its own. */
    static void give(ConfigurableListableBeanFactory beans, String bean, Class<?> type, Clock clock) {
        beans.getBeanDefinition(bean).getConstructorArgumentValues().addGenericArgumentValue(clock, type.getName());
    }

    /** The route's timer has a minute, in which nights would pass. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    static ScheduledExecutorService nights(Prunings prunings, Environment environment) {
        ScheduledExecutorService nights = Executors.newSingleThreadScheduledExecutor();
        long halfAnHour = Math.max(1, clock(environment).hour().toMillis() / 2);
        ScheduledFuture<?> unused =
                nights.scheduleWithFixedDelay(() -> turn(prunings), halfAnHour, halfAnHour, TimeUnit.MILLISECONDS);
        return nights;
    }

    private static void turn(Prunings prunings) {
        try {
            prunings.turn();
        } catch (RuntimeException failed) {
            System.out.println(FAILED + ": " + failed);
        }
    }

    @Bean
    static MeterBinder rows(JdbcClient jdbc) {
        return meters -> COUNTS.forEach((name, sql) -> Gauge.builder(
                        ROWS, jdbc, each -> each.sql(sql).query(Long.class).single())
                .tag("of", name)
                .register(meters));
    }

    private static FastTime clock(Environment environment) {
        return FastTime.read(environment.getRequiredProperty(CLOCK));
    }
}
