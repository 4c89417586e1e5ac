package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    private static final Duration BOUND = Duration.ofMillis(50);

    @Test
    void isNotSpentByWaiting() {
        Supplier<String> waiting = () -> {
            long until = System.nanoTime() + BOUND.multipliedBy(2).toNanos();
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return "done";
        };
        assertThat(CpuTime.within(BOUND, waiting)).isEqualTo("done");
    }

    @Test
    void isSpentByComputing() {
        Supplier<String> computing = () -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long until = threads.getCurrentThreadCpuTime() + BOUND.toNanos();
            while (threads.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
            }
            return "done";
        };
        assertThatThrownBy(() -> CpuTime.within(BOUND, computing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("processor's time");
    }
}
