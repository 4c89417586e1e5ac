package io.ledgerbridge.sagex3.calls;

import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenReply;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<Key, CallHealth> healths = new ConcurrentHashMap<>();
    private final Map<Key, RecentCalls> recent = new ConcurrentHashMap<>();
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();
    private final CallTimes times;
    private final Words words;
    private final Clock clock;

    public Calls(Folders folders, MeterRegistry meters, Words words, Clock clock) {
        this.words = words;
        this.times = new CallTimes(meters);
        this.clock = clock;
        folders.all().keySet().forEach(times::register);
    }

    private record Key(String store, Side side) {}

    /** What a store's client to one side has every request pass through. */
    public ExecChainHandler watch(String store, Side side) {
        return new CallWatch(
                (request, took, outcome, said) -> ended(store, side, CallKind.of(side, request), took, outcome, said),
                answer -> Quota.of(answer, clock.instant()).ifPresent(quota -> quotas.put(store, quota)));
    }

    /** How long half of the last calls to a side took at most; empty where none was answered. */
    public Optional<Duration> median(String store, Side side) {
        return Optional.ofNullable(recent.get(new Key(store, side))).flatMap(RecentCalls::median);
    }

    /** How many more calls BigCommerce allows a store; empty where it hasn't said so. */
    public Optional<Quota> quota(String store) {
        return Optional.ofNullable(quotas.get(store));
    }

    /** How a side has answered of late. */
    public CallHealth health(String store, Side side) {
        return healths.getOrDefault(new Key(store, side), CallHealth.UNKNOWN);
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
        CallOutcome refused =
                reply instanceof TokenReply.ClientRefused ? CallOutcome.UNAUTHORISED : CallOutcome.REFUSED;
        return reply instanceof TokenReply.Granted ? CallOutcome.OK : refused;
    }

    private void since(long start, String store, CallOutcome outcome) {
        times.add(store, CallKind.TOKEN, Duration.ofNanos(System.nanoTime() - start), outcome);
    }

    private void ended(String store, Side side, CallKind kind, Duration took, CallOutcome outcome, String said) {
        times.add(store, kind, took, outcome);
        if (outcome.isReached()) {
            recent.computeIfAbsent(new Key(store, side), first -> new RecentCalls())
                    .add(took);
        }
        healths.compute(new Key(store, side), (key, before) -> {
            CallHealth known = before == null ? CallHealth.UNKNOWN : before;
            return outcome.isReached()
                    ? known.succeeded(clock.instant())
                    : known.failed(clock.instant(), words.kept(said));
        });
    }

    /** What a call came to. */
    interface Ended {
        void with(ClassicHttpRequest request, Duration took, CallOutcome outcome, String words);
    }
}
