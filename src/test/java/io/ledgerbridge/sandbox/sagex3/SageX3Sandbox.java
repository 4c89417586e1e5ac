package io.ledgerbridge.sandbox.sagex3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A Sage X3 on this machine: GraphQL, REST api1 and SOAP over one ledger, and the faults that a test wants. */
public final class SageX3Sandbox implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Clock clock;
    private final Ledger ledger;
    private final OAuth2 oauth2;
    private final Access access;
    private final List<Door> doors;
    private final Faults faults = new Faults();
    private final Statistics statistics = new Statistics();
    private volatile BiConsumer<Call, Request> listener = (call, request) -> {};
    private volatile UnaryOperator<String> inbound = UnaryOperator.identity();
    private volatile UnaryOperator<String> outbound = UnaryOperator.identity();

    private SageX3Sandbox(int port, Ledger ledger, Clock clock) throws IOException {
        this.clock = clock;
        this.ledger = ledger;
        this.oauth2 = new OAuth2(clock);
        this.access = new Access(clock, oauth2);
        this.doors = List.of(
                new OAuth2Door(oauth2),
                new GraphQlDoor(ledger, access),
                new RestDoor(ledger, access),
                new SoapDoor(ledger, access));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        access.connectedApp(
                new ConnectedApp(Access.CLIENT_ID, Access.CLIENT_SECRET, url() + "/xtrem/api", Duration.ofMinutes(5)));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** With the folder SEED, in memory. Port 0 takes any that is free. */
    public static SageX3Sandbox start(int port) {
        return start(port, Ledger.of(Folder.seed()));
    }

    public static SageX3Sandbox start(int port, Ledger ledger) {
        return start(port, ledger, Clock.systemUTC());
    }

    /**
     * With those folders, in any other time.
     *
     * @param clock by which tokens are judged
     */
    public static SageX3Sandbox start(int port, Ledger ledger, Clock clock) {
        // Without it an answer waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return new SageX3Sandbox(port, ledger, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Access access() {
        return access;
    }

    public OAuth2 oauth2() {
        return oauth2;
    }

    public Faults faults() {
        return faults;
    }

    public Statistics statistics() {
        return statistics;
    }

    /** Hears each request before anything is done about it. */
    public void listen(BiConsumer<Call, Request> other) {
        listener = other;
    }

    /** Has X3 read every body and query through the one, and write every body through the other. */
    public void translate(UnaryOperator<String> requests, UnaryOperator<String> answers) {
        inbound = requests;
        outbound = answers;
    }

    /** Stops at once, as a killed X3 would: what waits before its commit is never committed. */
    @Override
    public void close() {
        closing.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        Request request = Request.of(http).translated(inbound);
        Door door = doorOf(request);
        if (door == null) {
            send(http, GraphQlDoor.failure(404, "Not found: " + request.path()));
            return;
        }
        Call call = door.read(request);
        statistics.begin(call, clock.instant());
        listener.accept(call, request);
        Reply reply;
        Fault fault = faults.of(call);
        try {
            reply = replyOf(door, call, request, fault);
        } finally {
            statistics.end(call);
        }
        if (reply == null) {
            http.close();
        } else if (fault.way() == Fault.Way.DONE_THEN_HALF_A_BODY) {
            sendHalf(http, reply);
        } else {
            send(http, reply);
        }
    }

    /** The answer, or null where there is none and the connection closes. */
    private @Nullable Reply replyOf(Door door, Call call, Request request, Fault fault) {
        if (!isOverBeforeClosing(fault.before())) {
            return null;
        }
        if (!fault.way().isDone()) {
            return withoutDoing(door, call, fault);
        }
        Reply answer = answer(door, request);
        return isOverBeforeClosing(fault.after()) ? afterDoing(door, answer, fault) : null;
    }

    private static Reply answer(Door door, Request request) {
        try {
            return door.answer(request);
        } catch (RuntimeException e) {
            return GraphQlDoor.failure(500, e.toString());
        }
    }

    private static @Nullable Reply withoutDoing(Door door, Call call, Fault fault) {
        return switch (fault.way()) {
            case CLOSED -> null;
            case UNAUTHORISED -> Access.unauthorised();
            case INVALID_TOKEN -> Access.invalidToken(ConnectedApps.SIGNATURE_OR_EXPIRY);
            case UNAVAILABLE -> Reply.html(503, "<html><body>503 Service Unavailable</body></html>");
            case TOO_MANY_REQUESTS ->
                GraphQlDoor.failure(429, "Too many requests").with("Retry-After", "1");
            case SERVER_ERROR -> GraphQlDoor.failure(500, "Internal server error");
            case HTML -> page();
            case REFUSED -> door.refuse(call, fault.words());
            default -> throw new IllegalArgumentException(fault.way().toString());
        };
    }

    private static @Nullable Reply afterDoing(Door door, Reply answer, Fault fault) {
        return switch (fault.way()) {
            case NORMALLY, DONE_THEN_HALF_A_BODY -> answer;
            case DONE_THEN_CLOSED -> null;
            case DONE_THEN_SERVER_ERROR -> GraphQlDoor.failure(500, "Internal server error");
            case DONE_THEN_HTML -> page();
            default -> answer.status() < 300 ? door.spoil(answer, fault) : answer;
        };
    }

    private static Reply page() {
        return Reply.html(200, "<html><body><h1>Sage X3</h1><p>Please wait.</p></body></html>");
    }

    private boolean isOverBeforeClosing(Supplier<CompletableFuture<?>> wait) {
        CompletableFuture.anyOf(wait.get(), closing).join();
        return !closing.isDone();
    }

    private @Nullable Door doorOf(Request request) {
        return doors.stream()
                .filter(door -> door.serves(request.path()))
                .findFirst()
                .orElse(null);
    }

    private void send(HttpExchange http, Reply reply) throws IOException {
        byte[] body = outbound.apply(reply.body()).getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
        http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(body);
        }
    }

    private static void sendHalf(HttpExchange http, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
        http.sendResponseHeaders(reply.status(), body.length);
        http.getResponseBody().write(body, 0, body.length / 2);
        http.getResponseBody().flush();
        http.close();
    }
}
