package io.ledgerbridge.sagex3.calls;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The timers of calls, one for each store, kind and outcome. */
final class CallTimes {

    private final MeterRegistry meters;
    private final Map<Series, Measured> measured = new ConcurrentHashMap<>();

    CallTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Series(String store, CallKind kind, String outcome) {}

    /** How many calls there were, and how long they took together. */
    private record Measured(LongAdder calls, AtomicLong nanos) {}

    /** So that every kind of a store's calls is there from the first scrape on. */
    void register(String store) {
        for (CallKind kind : CallKind.values()) {
            measured(store, kind, CallOutcome.OK);
        }
    }

    void add(String store, CallKind kind, Duration took, CallOutcome outcome) {
        Measured one = measured(store, kind, outcome);
        one.calls.increment();
        one.nanos.addAndGet(took.toNanos());
    }

    private Measured measured(String store, CallKind kind, CallOutcome outcome) {
        return measured.computeIfAbsent(new Series(store, kind, outcome.label()), this::register);
    }

    /** Without the longest of late, which a timer would have: so all that can happen at five stores fits into a scrape. */
    private Measured register(Series series) {
        Measured one = new Measured(new LongAdder(), new AtomicLong());
        FunctionTimer.builder(
                        series.kind().metric(),
                        one,
                        each -> each.calls.sum(),
                        each -> each.nanos.get(),
                        TimeUnit.NANOSECONDS)
                .tag("store", series.store())
                .tag("kind", series.kind().label())
                .tag("outcome", series.outcome())
                .register(meters);
        return one;
    }
}
