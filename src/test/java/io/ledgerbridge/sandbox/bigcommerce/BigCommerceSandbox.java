package io.ledgerbridge.sandbox.bigcommerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** BigCommerce on this machine: several stores behind one address, with a log of the calls they got. */
public final class BigCommerceSandbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
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
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bigcommerce-sandbox");
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port, taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What stands for {@code https://api.bigcommerce.com}. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
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
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            Misbehaviour fault = faults.apply(request).orElse(null);
            if (fault instanceof Misbehaviour.HungUp) {
                calls.add(new Call(request, 0));
            } else if (fault instanceof Misbehaviour.Instead instead) {
                Reply reply = new Reply(instead.status(), instead.contentType(), instead.body(), instead.headers());
                send(exchange, request, reply, false);
            } else {
                if (fault instanceof Misbehaviour.Late late) {
                    await(late);
                }
                send(exchange, request, answer(request), fault instanceof Misbehaviour.HalfABody);
            }
        }
    }

    private Reply answer(Request request) {
        try {
            return new Gate(stores).answer(request);
        } catch (IllegalArgumentException | DateTimeException bad) {
            return Reply.error(request, 400, String.valueOf(bad.getMessage()));
        }
    }

    private void send(HttpExchange exchange, Request request, Reply reply, boolean half) throws IOException {
        calls.add(new Call(request, reply.status()));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
            exchange.getResponseBody().flush();
        }
    }

    private static void await(Misbehaviour.Late late) {
        try {
            TimeUnit.MILLISECONDS.sleep(late.by().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
