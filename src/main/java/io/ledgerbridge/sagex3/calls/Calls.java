package io.ledgerbridge.sagex3.calls;

import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenReply;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Every call to BigCommerce and to Sage X3, from its first byte to its answer's last: how long it took and what became of
 * it, by store and kind. What it remembers is this process's own.
 */
@Component
public class Calls {

    private final Map<Key, CallHealth> standings = new ConcurrentHashMap<>();
    private final Map<Series, Measured> measured = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Words words;
    private final Clock clock;

    public Calls(Folders folders, MeterRegistry meters, Words words, Clock clock) {
        this.words = words;
        this.meters = meters;
        this.clock = clock;
        folders.all().keySet().forEach(this::register);
    }

    private record Key(String store, Side side) {}

    private record Series(String store, CallKind kind, String outcome) {}

    /** How many calls there were, and how long they took together. */
    private record Measured(LongAdder calls, AtomicLong nanos) {}

    /** So that every kind is there from the first scrape on. */
    private void register(String store) {
        for (CallKind kind : CallKind.values()) {
            measured(store, kind, CallOutcome.OK);
        }
    }

    /** What a store's client to one side has every request pass through. */
    public ExecChainHandler watch(String store, Side side) {
        return new CallWatch(
                (request, took, outcome, said) -> ended(store, side, CallKind.of(side, request), took, outcome, said));
    }

    /** How a side has answered of late. */
    public CallHealth standing(String store, Side side) {
        return standings.getOrDefault(new Key(store, side), CallHealth.UNKNOWN);
    }

    /** A request for a store's tokens, whose address may be another's than X3's. */
    public TokenReply token(String store, Supplier<TokenReply> request) {
        long start = System.nanoTime();
        try {
            TokenReply reply = request.get();
            since(start, store, outcome(reply));
            return reply;
        } catch (RuntimeException failed) {
            since(start, store, CallOutcome.of(failed));
            throw failed;
        }
    }

    private static CallOutcome outcome(TokenReply reply) {
        if (reply instanceof TokenReply.Granted) {
            return CallOutcome.OK;
        }
        return reply instanceof TokenReply.ClientRefused ? CallOutcome.UNAUTHORISED : CallOutcome.REFUSED;
    }

    private void since(long start, String store, CallOutcome outcome) {
        measure(store, CallKind.TOKEN, Duration.ofNanos(System.nanoTime() - start), outcome);
    }

    private void ended(String store, Side side, CallKind kind, Duration took, CallOutcome outcome, String said) {
        measure(store, kind, took, outcome);
        standings.compute(new Key(store, side), (key, before) -> {
            CallHealth known = before == null ? CallHealth.UNKNOWN : before;
            return outcome.isReached()
                    ? known.succeeded(clock.instant())
                    : known.failed(clock.instant(), words.kept(said));
        });
    }

    private void measure(String store, CallKind kind, Duration took, CallOutcome outcome) {
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

    /** What a call came to. */
    interface Ended {
        void with(ClassicHttpRequest request, Duration took, CallOutcome outcome, String words);
    }
}
