package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Bounds what computing costs by the processor's time of its thread, which grows on no busy machine. By the clock it may
 * take many times as long.
 *
 * @param bound of each test of the class that registers this
 */
public record CpuTime(Duration bound) implements InvocationInterceptor {

    private static final int BUSIEST = 20;

    /** What something gives back that costs no more than so much. */
    public static <T> T within(Duration bound, Supplier<T> computing) {
        return assertTimeoutPreemptively(bound.multipliedBy(BUSIEST), () -> {
            long began = now();
            T result = computing.get();
            assertCost(began, bound);
            return result;
        });
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        long began = now();
        test.proceed();
        assertCost(began, bound);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        interceptTestMethod(test, method, context);
    }

    private static void assertCost(long began, Duration bound) {
        assertThat(Duration.ofNanos(now() - began)).as("processor's time").isLessThan(bound);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
