package io.ledgerbridge.crash;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.retention.Prunings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.management.JMException;
import javax.management.ObjectName;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Beans by which the program prunes at a test's word, one night after the other. The prunings alone go by that clock: rows
 * that come are of today. A turn is cut off after ten seconds all the same, which are real ones.
 */
final class Nights {

    private static final Duration EVENING = Duration.ofHours(2).minusMinutes(1);

    private Nights() {}

    static ObjectName name() throws JMException {
        return new ObjectName("io.ledgerbridge:type=Nights");
    }

    @Bean
    static BeanFactoryPostProcessor nightBeans() {
        TestClock clock = new TestClock(evening(LocalDate.now(ZoneOffset.UTC)).toString());
        return beans -> {
            FastForward.give(beans, "prunings", clock);
            FastForward.give(beans, "timedLocks", clock);
            beans.getBeanDefinition("atAWord")
                    .getConstructorArgumentValues()
                    .addGenericArgumentValue(clock, TestClock.class.getName());
        };
    }

    @Bean
    static NightsMXBean atAWord(Prunings prunings, MeterRegistry meters, TestClock clock) throws JMException {
        NightsMXBean nights = new AtAWord(prunings, meters, clock);
        ManagementFactory.getPlatformMBeanServer().registerMBean(nights, name());
        return nights;
    }

    private static Instant evening(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(EVENING);
    }

    private record AtAWord(Prunings prunings, MeterRegistry meters, TestClock clock) implements NightsMXBean {

        @Override
        public long turn() {
            clock.advance(Duration.ofMinutes(1));
            long begun = System.nanoTime();
            prunings.turn();
            return System.nanoTime() - begun;
        }

        @Override
        public long removed() {
            return Math.round(meters.find("ledger.bridge.pruned.rows").counters().stream()
                    .mapToDouble(Counter::count)
                    .sum());
        }

        @Override
        public void sleep() {
            clock.set(
                    evening(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1)));
        }
    }
}
