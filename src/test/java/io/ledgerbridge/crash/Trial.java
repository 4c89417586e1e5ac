package io.ledgerbridge.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.day.DayBooks;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Both sides in this process, orders that come and change, and between them the program in processes of its own, which
 * end where a test wants it and are started again.
 */
final class Trial implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** For one act, in which every process may end once; many times as long as it takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Though all its events were acknowledged, the program knows nothing of an order. */
    private static final String LOST = "lost";

    private static final Set<String> SETTLED = Set.of("posted", "ignored", LOST);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final News news;
    private final Trade trade;
    private final SageX3Sandbox x3;
    private final Map<String, String> settings;
    private final Path directory;
    private final List<String> classes;
    private final List<Program> programs = new CopyOnWriteArrayList<>();
    private final Set<String> lostMeanwhile = new TreeSet<>();
    private Runnable tended = () -> {};
    private final Postman postman = new Postman(this::ports);

    /**
     * @param database the settings that name it
     * @param directory for logs
     * @param news how the program hears of orders
     */
    Trial(Map<String, String> database, Path directory, News news) {
        this(database, directory, news, ClassArchive.arguments());
    }

    /** @param classes what tells Java where the classes are */
    Trial(Map<String, String> database, Path directory, News news, List<String> classes) {
        this.news = news;
        trade = new Trade(news);
        this.directory = directory;
        this.classes = classes;
        x3 = DayBooks.x3(0);
        settings = new LinkedHashMap<>(DayBooks.settings(trade.url(), x3.url()));
        settings.putAll(Map.of(
                "server.port", "0",
                "logging.level.root", "warn",
                "spring.main.banner-mode", "off",
                "ledger-bridge.hooks.register", "false",
                "ledger-bridge.drain.interval", "100ms",
                // processes end in the middle of the same orders all the time, which is no fault of the orders'
                "ledger-bridge.drain.poison-after", "100",
                "ledger-bridge.sweep.interval", news == News.SWEEP ? "3s" : "5m",
                "ledger-bridge.sweep.overlap", news == News.SWEEP ? "1ms" : "10m",
                "ledger-bridge.retry.initial-delay", "200ms",
                "ledger-bridge.retry.max-delay", "1s"));
        for (Shop shop : Shop.values()) {
            settings.put("ledger-bridge.stores.%s.bigcommerce.request-timeout".formatted(shop.key()), "2s");
            settings.put("ledger-bridge.stores.%s.sage-x3.request-timeout".formatted(shop.key()), "2s");
        }
        settings.putAll(database);
    }

    /**
     * Has a store get its access tokens by OAuth2, each of which lasts for a second, and somebody who stores a new refresh
     * token where the store waits for its pairing.
     */
    void byOAuth2() {
        String auth = "ledger-bridge.stores.%s.sage-x3.auth.".formatted(Shop.US.key());
        settings.keySet().removeIf(setting -> setting.startsWith(auth));
        settings.putAll(Map.of(
                auth + "type",
                "oauth2",
                auth + "client-id",
                Access.CLIENT_ID,
                auth + "client-secret",
                Access.CLIENT_SECRET,
                auth + "authorize-url",
                x3.url() + "/v1/token/authorise",
                auth + "token-url",
                x3.url() + "/v1/token",
                auth + "refresh-token",
                x3.oauth2().issueRefreshToken(),
                "ledger-bridge.encryption-key",
                Base64.getEncoder().encodeToString(new byte[32])));
        x3.oauth2().accessTokensLast = Duration.ofSeconds(1);
        tended = this::pairWhereNeeded;
    }

    private void pairWhereNeeded() {
        for (int port : ports()) {
            try {
                if (ask(port, "/api/stores").body().contains("\"needs-pairing\"")) {
                    String path = "/api/stores/%s/credentials/sage-x3.refresh-token".formatted(Shop.US.key());
                    String value = "{\"value\":\"%s\"}".formatted(x3.oauth2().issueRefreshToken());
                    send(request(port, path, "admin")
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(value))
                            .build());
                }
            } catch (IOException noAnswer) {
                // it is asked again
            }
        }
    }

    SageX3Sandbox x3() {
        return x3;
    }

    Trade trade() {
        return trade;
    }

    Postman postman() {
        return postman;
    }

    /** Starts a further process. */
    Program start(@Nullable Crash crash) {
        boolean stops = crash != null && crash.end() == Crash.End.STOP;
        Program program = start(stops ? Map.of("ledger-bridge.drain.workers", "1") : Map.of(), crash);
        if (crash != null && crash.boundary().isSeenByX3()) {
            x3.faults().decide(seenByX3(program, crash.boundary()));
        }
        return program;
    }

    /** Starts a further process, with other settings over those of all. */
    Program startWith(Map<String, String> others) {
        return start(others, null);
    }

    private Program start(Map<String, String> others, @Nullable Crash crash) {
        Map<String, String> its = new LinkedHashMap<>(settings);
        its.putAll(others);
        Program program = Program.start(directory, classes, its, crash);
        programs.add(program);
        return program;
    }

    /** What X3 does with requests, so that a process ends at its first create. */
    private static Function<Call, Fault> seenByX3(Program program, Boundary boundary) {
        AtomicBoolean seen = new AtomicBoolean();
        return call -> {
            if (call.kind() != Call.Kind.CREATE || seen.getAndSet(true)) {
                return Fault.none();
            }
            if (boundary == Boundary.X3_COMMITTED) {
                return new Fault(Fault.Way.NORMALLY, Trial::nothing, () -> ended(program), "");
            }
            program.kill();
            return boundary == Boundary.CREATE_LOST ? Fault.of(Fault.Way.CLOSED) : Fault.none();
        };
    }

    private static CompletableFuture<?> ended(Program program) {
        program.kill();
        return nothing();
    }

    private static CompletableFuture<?> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Plays round after round, in which one process after the other ends at its crash, until one with none has got all
     * through.
     *
     * @return the boundaries at which they ended
     */
    List<Boundary> play(List<Crash> crashes) {
        Deque<Crash> left = new ArrayDeque<>(crashes);
        List<Boundary> seen = new ArrayList<>();
        Program[] current = {start(left.peek())};
        for (int round = 0; round <= crashes.size(); round++) {
            round(() -> {
                if (!current[0].isAlive()) {
                    seen.add(whereEnded(current[0], left.poll()));
                    current[0] = start(left.peek());
                }
            });
            if (left.isEmpty()) {
                return seen;
            }
        }
        throw new IllegalStateException("Never reached: " + left);
    }

    private static Boundary whereEnded(Program program, @Nullable Crash crash) {
        Boundary boundary = crash != null && crash.boundary().isSeenByX3() ? crash.boundary() : program.reached();
        if (crash == null || boundary == null) {
            throw new IllegalStateException("It ended by itself: " + program.log());
        }
        return boundary;
    }

    /** Orders are placed, worked, changed and worked again. */
    void round() {
        round(() -> {});
    }

    /** Likewise, with something that is looked after all the while. */
    void round(Runnable meanwhile) {
        if (news == News.SWEEP) {
            Awaitility.await("the first sweep").atMost(PATIENCE).until(trade::isSwept);
        }
        for (Runnable act : List.<Runnable>of(trade::open, trade::change)) {
            act.run();
            if (news == News.WEBHOOKS) {
                deliver();
                settle(meanwhile);
            } else {
                find(meanwhile);
            }
            lostMeanwhile.addAll(verdict().lost());
        }
    }

    /** Hands everything that has happened to the postman. */
    void deliver() {
        for (Shop shop : Shop.values()) {
            postman.take(shop, trade.store(shop), trade.takeEvents(shop));
        }
    }

    /** Waits until every event is acknowledged and each of the latest orders is posted or left out. */
    void settle(Runnable meanwhile) {
        Deque<Trade.Order> left = new ArrayDeque<>(trade.latest());
        await("settled", left, meanwhile, () -> {
            while (postman.isDone() && !left.isEmpty() && SETTLED.contains(state(left.peek()))) {
                left.remove();
            }
            return left.isEmpty();
        });
    }

    /** Waits until X3 holds what BigCommerce's figures say, though nobody has told the program. */
    private void find(Runnable meanwhile) {
        Set<Shop> unasked = news == News.BACKFILL ? EnumSet.allOf(Shop.class) : EnumSet.noneOf(Shop.class);
        await("found", trade.latest(), meanwhile, () -> {
            unasked.removeIf(this::isAskedFor);
            return unasked.isEmpty()
                    && verdict().lost().isEmpty()
                    && trade.latest().stream().map(this::state).allMatch(SETTLED::contains);
        });
    }

    /** @param left told of where it never comes to that */
    private void await(String what, Collection<Trade.Order> left, Runnable meanwhile, BooleanSupplier done) {
        try {
            Awaitility.await("every order " + what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        meanwhile.run();
                        tended.run();
                        return done.getAsBoolean();
                    });
        } catch (ConditionTimeoutException late) {
            throw new IllegalStateException(
                    "Not %s: %s; so far %s; postman: %s; the last process said:%n%s"
                            .formatted(what, left, verdict(), postman, lastWords()),
                    late);
        }
    }

    /** Whether a process has taken an operator's word for the days of the trade. */
    private boolean isAskedFor(Shop shop) {
        return ports().stream().anyMatch(port -> isAskedFor(port, shop));
    }

    private boolean isAskedFor(int port, Shop shop) {
        try {
            HttpRequest request = request(port, "/api/stores/%s/backfill".formatted(shop.key()), "operator")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"2026-10-30\",\"to\":\"2026-11-01\"}"))
                    .build();
            return send(request).statusCode() == 202;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private String lastWords() {
        return programs.isEmpty() ? "" : programs.get(programs.size() - 1).log();
    }

    /** What the first process that listens says of an order; empty where none does. */
    String state(Trade.Order order) {
        return ports().stream().findFirst().map(port -> state(port, order)).orElse("");
    }

    private String state(int port, Trade.Order order) {
        try {
            HttpResponse<String> answer =
                    ask(port, "/api/stores/%s/orders/%d".formatted(order.shop().key(), order.id()));
            return answer.statusCode() == 404
                    ? LOST
                    : JSON.readTree(answer.body()).path("state").asText();
        } catch (IOException noAnswer) {
            return "";
        }
    }

    /** Whether a process takes webhooks and works orders. */
    boolean isReady(Program program) {
        try {
            return program.port().isPresent()
                    && ask(program.port().getAsInt(), "/actuator/health/readiness")
                                    .statusCode()
                            == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private HttpResponse<String> ask(int port, String path) throws IOException {
        return send(request(port, path, "viewer").build());
    }

    private static HttpRequest.Builder request(int port, String path, String user) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Basic " + HttpHeaders.encodeBasicAuth(user, user, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private List<Integer> ports() {
        return programs.stream()
                .flatMap(program -> program.port().stream().boxed())
                .toList();
    }

    /** What X3 holds, and what it lacked after an earlier act, though the next one made that good. */
    Verdict verdict() {
        return Verdict.of(trade, x3.ledger().entries(DayBooks.FOLDER)).andLost(lostMeanwhile);
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
        postman.close();
        trade.close();
        x3.close();
    }
}
