package io.ledgerbridge.crash;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.retention.Prunings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

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

    private static final List<String> BEANS = List.of("prunings", "timedLocks", "deliveryKeys", "backfills", "inbox");

    private static final Map<String, String> COUNTS = Map.of(
            "deliveries", "SELECT count(*) FROM delivery",
            "bodies", "SELECT count(*) FROM event WHERE whole = TRUE",
            "backfills", "SELECT count(*) FROM backfill");

    private FastForward() {}

    @Bean
    static BeanFactoryPostProcessor fastBeans(Environment environment) {
        FastTime clock = clock(environment);
        return beans -> BEANS.forEach(bean -> give(beans, bean, clock));
    }

    /** Has a bean get a clock of its own, be it for the process's or for the database's. */
    static void give(ConfigurableListableBeanFactory beans, String bean, Clock clock) {
        BeanDefinition definition = beans.getBeanDefinition(bean);
        Class<?> asked = Stream.of(ClassUtils.resolveClassName(
                                String.valueOf(definition.getBeanClassName()), beans.getBeanClassLoader())
                        .getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                .filter(type -> type == Clock.class || type == DatabaseClock.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(bean + " has no clock"));
        definition
                .getConstructorArgumentValues()
                .addGenericArgumentValue(
                        asked == Clock.class ? clock : (DatabaseClock) clock::instant, asked.getName());
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
