package io.ledgerbridge.sandbox.bigcommerce;

import io.ledgerbridge.sandbox.http.LocalServer;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** BigCommerce on this machine: several stores behind one address, with a log of the calls they got. */
public final class BigCommerceSandbox implements AutoCloseable {

    private final LocalServer server;
    private final Clock clock;
    private final Map<String, Store> stores = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Optional<Misbehaviour>> faults = request -> Optional.empty();

    /**
     * A call and the status that answered it.
     *
     * @param status 0 where the connection was closed without an answer
     */
    public record Call(Request request, int status) {}

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0 for any that is free
     * @param clock the time in the stores
     */
    public BigCommerceSandbox(int port, Clock clock) {
        this.clock = clock;
        this.server = new LocalServer("bigcommerce-sandbox", port, this::answer);
    }

    /** What stands for {@code https://api.bigcommerce.com}. */
    public String url() {
        return server.url();
    }

    /** The store of this hash, opened if there is none. */
    public Store store(String hash) {
        return stores.computeIfAbsent(hash, opened -> new Store(opened, clock));
    }

    /** Asked before each answer; an empty result lets the call go its usual way. */
    public void misbehave(Function<Request, Optional<Misbehaviour>> newFaults) {
        faults = newFaults;
    }

    public void behave() {
        faults = request -> Optional.empty();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many calls there were to paths that match. */
    public long calls(String method, String pathPattern) {
        return calls.stream()
                .map(Call::request)
                .filter(request ->
                        request.method().equals(method) && request.path().matches(pathPattern))
                .count();
    }

    public void forgetCalls() {
        calls.clear();
    }

    @Override
    public void close() {
        server.close();
    }

    private LocalServer.Answer answer(Request request) {
        Misbehaviour fault = faults.apply(request).orElseGet(() -> Misbehaviour.late(Duration.ZERO));
        await(fault.late());
        Reply reply =
                fault.closed() ? null : Optional.ofNullable(fault.instead()).orElseGet(() -> right(request));
        calls.add(new Call(request, reply == null ? 0 : reply.status()));
        return new LocalServer.Answer(reply, fault.half());
    }

    private Reply right(Request request) {
        try {
            return new Gate(stores).answer(request);
        } catch (IllegalArgumentException | DateTimeException bad) {
            return Replies.error(request, 400, String.valueOf(bad.getMessage()));
        }
    }

    private static void await(Duration late) {
        try {
            TimeUnit.MILLISECONDS.sleep(late.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
