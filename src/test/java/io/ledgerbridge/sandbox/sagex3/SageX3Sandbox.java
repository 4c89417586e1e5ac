package io.ledgerbridge.sandbox.sagex3;

import io.ledgerbridge.sandbox.http.LocalServer;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A Sage X3 on this machine: GraphQL, REST api1 and SOAP over one ledger, and the faults that a test wants. */
public final class SageX3Sandbox implements AutoCloseable {

    private final LocalServer server;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Ledger ledger;
    private final OAuth2 oauth2;
    private final Access access;
    private final List<Door> doors;
    private final Faults faults = new Faults();
    private final Statistics statistics = new Statistics();
    private volatile BiConsumer<Call, Request> listener = (call, request) -> {};
    private volatile UnaryOperator<String> inbound = UnaryOperator.identity();
    private volatile UnaryOperator<String> outbound = UnaryOperator.identity();

    private SageX3Sandbox(int port, Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.oauth2 = new OAuth2(clock);
        this.access = new Access(clock, oauth2);
        this.doors =
                List.of(new OAuth2Door(oauth2), new GraphQlDoor(ledger), new RestDoor(ledger), new SoapDoor(ledger));
        this.server = new LocalServer("sage-x3-sandbox", port, this::answer);
        access.connectedApp(
                new ConnectedApp(Access.CLIENT_ID, Access.CLIENT_SECRET, url() + "/xtrem/api", Duration.ofMinutes(5)));
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
        return new SageX3Sandbox(port, ledger, clock);
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return server.url();
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
        server.close();
    }

    private LocalServer.Answer answer(Request untranslated) {
        Request request = untranslated.translated(inbound);
        Door door = doorOf(request);
        if (door == null) {
            return new LocalServer.Answer(GraphQlDoor.failure(404, "Not found: " + request.path()), false);
        }
        Call call = door.read(request);
        statistics.begin(call);
        listener.accept(call, request);
        Fault fault = faults.of(call);
        try {
            Reply reply = replyOf(door, call, request, fault);
            boolean half = fault.way() == Fault.Way.DONE_THEN_HALF_A_BODY;
            return new LocalServer.Answer(reply == null ? null : reply.translated(outbound), half);
        } finally {
            statistics.end(call);
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
        Reply answer = done(door, request);
        return isOverBeforeClosing(fault.after()) ? afterDoing(door, answer, fault) : null;
    }

    private Reply done(Door door, Request request) {
        try {
            Reply refusal = door instanceof OAuth2Door ? null : access.refusal(request, door.takesBasic());
            return refusal == null ? door.answer(request) : refusal;
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
            case REFUSED_AS_SERVER_ERROR -> {
                Reply refusal = door.refuse(call, fault.words());
                yield new Reply(500, refusal.headers(), refusal.body());
            }
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
}
