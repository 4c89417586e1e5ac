package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.operations.EntryPing;
import io.ledgerbridge.operations.MappingChecks;
import io.ledgerbridge.operations.PingSessions;
import io.ledgerbridge.operations.Pings;
import io.ledgerbridge.sagex3.login.PairedFolders;
import io.ledgerbridge.sagex3.login.X3Authorization;
import io.ledgerbridge.sandbox.bigcommerce.Hook;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.work.X3Session;
import io.ledgerbridge.work.X3Sessions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ping-store.camel.yaml} in the whole program: store us by GraphQL, eu by REST, jp by SOAP, two set up wrongly, and one more. */
@WholeProgram
class PingStoreRouteTest {

    private static final String TOKEN = "bigcommerce-token";
    private static final String SCOPES = "bigcommerce-scopes";
    private static final String WEBHOOKS = "bigcommerce-webhooks";
    private static final String REACHED = "sage-x3-reached";
    private static final String CREDENTIALS = "sage-x3-credentials";
    private static final String ENDPOINT = "sage-x3-endpoint";
    private static final List<String> NEEDED = List.of(
            "store/order/created",
            "store/order/updated",
            "store/order/statusUpdated",
            "store/order/archived",
            "store/order/refund/created",
            "store/order/transaction/created",
            "store/order/transaction/updated",
            "store/hook/deliveryException");
    private static final List<String> TABLES =
            List.of("event", "due_order", "journal", "audit", "credential", "connection_trouble", "x3_login");

    private static final int CONCURRENCY = 4;

    private static Bench bench;

    /** Has a port at which nobody listens, nor can begin to. */
    private static Socket nobody;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("ledger-bridge.public-url", "http://bridge.invalid");
        settings.put("ledger-bridge.hooks.register", "false");
        for (String store : List.of("us", "eu", "jp", "no", "off", "odd")) {
            settings.put("ledger-bridge.stores." + store + ".bigcommerce.request-timeout", "10s");
            settings.put("ledger-bridge.stores." + store + ".sage-x3.request-timeout", "60s");
        }
        for (String store : List.of("eu", "jp")) {
            String x3 = "ledger-bridge.stores." + store + ".sage-x3.";
            settings.put(x3 + "api", store.equals("eu") ? "rest" : "soap");
            settings.put(x3 + "auth.type", "basic");
            settings.put(x3 + "auth.password", Access.PASSWORD);
        }
        settings.put("ledger-bridge.stores.no.sage-x3.endpoint", "NOWHERE");
        nobody = new Socket();
        nobody.bind(new InetSocketAddress(0));
        settings.put("ledger-bridge.stores.off.sage-x3.url", "http://localhost:" + nobody.getLocalPort());
        bench = Bench.start(settings, List.of("eu", "jp", "no", "off", "odd"));
        for (String store : List.of("us", "eu", "jp", "no", "off", "odd")) {
            NEEDED.forEach(scope -> shop(store)
                    .hooks()
                    .create(
                            token(store),
                            scope,
                            URI.create("http://bridge.invalid/webhooks/bigcommerce/" + store),
                            true,
                            Map.of()));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        bench.close();
        nobody.close();
    }

    @BeforeEach
    void well() {
        bench.x3().faults().clear();
        bench.x3().statistics().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void tellsThatAllIsWellByEachInterfaceAndChangesNothing(String store) throws Exception {
        List<Long> before = rows();
        bench.shop().forgetCalls();

        Map<String, JsonNode> checks = ping(store);

        assertThat(checks.values())
                .allSatisfy(check -> assertThat(check.path("ok").asBoolean())
                        .as(check.toString())
                        .isTrue());
        assertThat(detail(checks, WEBHOOKS))
                .contains("store/order/created to http://bridge.invalid/webhooks/bigcommerce/");
        assertThat(detail(checks, ENDPOINT)).contains("SEED");
        assertThat(rows()).isEqualTo(before);
        assertThat(bench.shop().calls("(POST|PUT|DELETE)", ".*")).isZero();
        assertThat(bench.x3().statistics().requests(Call.Kind.CREATE)).isZero();
        assertThat(bench.x3().statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(1);
    }

    @Test
    void tellsInBigCommercesWordsThatTheTokenIsNone() throws Exception {
        put("us", "bigcommerce.access-token", "a-wrong-one");
        Map<String, JsonNode> checks = ping("us");
        put("us", "bigcommerce.access-token", Bench.TOKEN.value());

        assertThat(wrong(checks)).containsExactly(TOKEN, SCOPES, WEBHOOKS);
        assertThat(detail(checks, TOKEN)).contains("HTTP 401", "The token in the request is not valid for this store.");
    }

    @Test
    void tellsWhatATokenWithTooFewScopesMayNot() throws Exception {
        shop("eu").grant(new Token("poor", "eu-client", "secret", Set.of()));
        put("eu", "bigcommerce.access-token", "poor");
        Map<String, JsonNode> checks = ping("eu");
        put("eu", "bigcommerce.access-token", token("eu").value());

        assertThat(wrong(checks)).containsExactly(SCOPES);
        assertThat(detail(checks, SCOPES)).contains("HTTP 403", "You do not have permission to make this request.");
    }

    @Test
    void namesTheWebhooksThatBringNothing() throws Exception {
        Hook hook = shop("jp").hooks().of(token("jp")).get(0);
        shop("jp").hooks().switchOff(hook.id());

        Map<String, JsonNode> checks = ping("jp");
        shop("jp").hooks().create(token("jp"), hook.scope(), hook.destination(), true, Map.of());

        assertThat(wrong(checks)).containsExactly(WEBHOOKS);
        assertThat(detail(checks, WEBHOOKS))
                .startsWith("not active: store/order/created;")
                .contains("switched off");
    }

    /** As every look-up would, where a template gives no condition. */
    @Test
    void tellsThatX3FindsWhatNobodyHas() throws Exception {
        bench.writeIntoX3("ODD0", "1.00");

        Map<String, JsonNode> checks = ping("odd");

        assertThat(wrong(checks)).containsExactly(ENDPOINT);
        assertThat(detail(checks, ENDPOINT)).contains("found 1 under reference ODD0", "condition");
    }

    @Test
    void tellsInX3sWordsThatTheCredentialsAreWrong() throws Exception {
        put("us", "sage-x3.client-secret", "a-wrong-secret-of-at-least-32-bytes");
        Map<String, JsonNode> checks = ping("us");
        put("us", "sage-x3.client-secret", Access.CLIENT_SECRET);

        assertThat(wrong(checks)).containsExactly(CREDENTIALS, ENDPOINT);
        assertThat(detail(checks, CREDENTIALS)).contains("Error 50: Invalid token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void takesAnX3ThatFailsForNoVerdictOnTheCredentials(String store) throws Exception {
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.LOOK_UP ? Fault.of(Fault.Way.UNAVAILABLE) : Fault.none());

        Map<String, JsonNode> checks = ping(store);

        assertThat(wrong(checks)).containsExactly(ENDPOINT);
        assertThat(detail(checks, ENDPOINT)).contains("HTTP 503");
        assertThat(detail(checks, CREDENTIALS)).startsWith("Sage X3 didn't refuse them");
    }

    @Test
    void tellsInX3sWordsThatItHasNoSuchEndpoint() throws Exception {
        Map<String, JsonNode> checks = ping("no");

        assertThat(wrong(checks)).containsExactly(ENDPOINT);
        assertThat(detail(checks, ENDPOINT)).contains("Endpoint 'NOWHERE' does not exist");
    }

    @Test
    void tellsThatNobodyAnswersAtX3sAddress() throws Exception {
        Map<String, JsonNode> checks = ping("off");

        assertThat(wrong(checks)).containsExactly(REACHED, CREDENTIALS, ENDPOINT);
        assertThat(detail(checks, REACHED)).contains("refused");
        assertThat(detail(checks, CREDENTIALS)).startsWith("not known: ");
    }

    @Test
    void countsNoKnockAtX3sAddressInTheBreakerThatPostingHas() throws Exception {
        CircuitBreaker breaker = breaker("off");
        int before = breaker.getMetrics().getNumberOfBufferedCalls();

        ping("off");

        assertThat(breaker.getMetrics().getNumberOfBufferedCalls())
                .as("the look-up alone, which is what posting does, too")
                .isEqualTo(before + 1);
    }

    @Test
    void knocksAtAnX3ThatIsLeftAloneAndSaysThatItIs() throws Exception {
        breaker("jp").transitionToForcedOpenState();
        Map<String, JsonNode> checks = ping("jp");
        breaker("jp").reset();

        assertThat(wrong(checks)).containsExactly(CREDENTIALS, ENDPOINT);
        assertThat(detail(checks, REACHED)).startsWith("it answers with HTTP");
        assertThat(detail(checks, CREDENTIALS)).isEqualTo("not known: " + detail(checks, ENDPOINT));
        assertThat(detail(checks, ENDPOINT)).contains("left alone for a while");
        assertThat(wrong(ping("jp"))).isEmpty();
    }

    @Test
    void saysThatAllSessionsAreInUseInsteadOfAskingX3() throws Exception {
        X3Sessions sessions = bench.bean(X3Sessions.class);
        List<X3Session> others = IntStream.range(0, CONCURRENCY)
                .mapToObj(each -> sessions.take("us", CONCURRENCY, Duration.ofMinutes(5)))
                .toList();
        Map<String, JsonNode> checks = ping("us");
        int calls = bench.x3().statistics().requests(Call.Kind.LOOK_UP);
        others.forEach(sessions::giveBack);

        assertThat(wrong(checks)).containsExactly(CREDENTIALS, ENDPOINT);
        assertThat(detail(checks, ENDPOINT)).isEqualTo("all 4 sessions that the store may have in Sage X3 are in use");
        assertThat(detail(checks, CREDENTIALS)).isEqualTo("not known: " + detail(checks, ENDPOINT));
        assertThat(calls).isZero();
        assertThat(wrong(ping("us"))).isEmpty();
    }

    @Test
    void asksX3NoMoreAtOnceThanTheStoreMay() throws Exception {
        X3Sessions sessions = bench.bean(X3Sessions.class);
        IntStream.range(1, CONCURRENCY).forEach(each -> sessions.take("us", CONCURRENCY, Duration.ofMinutes(5)));
        assertThat(wrong(ping("us"))).as("with the last session").isEmpty();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.LOOK_UP
                        ? Fault.of(Fault.Way.CLOSED).after(ended)
                        : Fault.none());
        CompletableFuture<HttpResponse<String>> pinged = CompletableFuture.supplyAsync(() -> pinged("us"));
        Awaitility.await().until(() -> bench.x3().statistics().underWay() == 1);
        assertThat(sessions.take("us", CONCURRENCY, Duration.ofMinutes(5)).isMissing())
                .as("the ping has the last")
                .isTrue();
        ended.complete(null);
        pinged.join();
        Awaitility.await("a ping that failed gives its session back, too")
                .until(() ->
                        !sessions.take("us", CONCURRENCY, Duration.ofMinutes(5)).isMissing());
        bench.bean(JdbcClient.class).sql("DELETE FROM x3_session").update();
    }

    private static CircuitBreaker breaker(String store) {
        return bench.bean(CircuitBreakerRegistry.class).circuitBreaker("sage-x3-" + store);
    }

    /** After twelve seconds, and what a busy machine adds. */
    @Test
    void answersLongBeforeTheTimeOutWhereX3Doesnt() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.LOOK_UP && call.api() == Call.Api.REST
                        ? Fault.of(Fault.Way.CLOSED).after(ended)
                        : Fault.none());
        ExecutorService threads = Executors.newCachedThreadPool();
        Instant asked = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> others = IntStream.range(0, 24)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> pinged("eu"), threads))
                .toList();
        Map<String, JsonNode> checks = ping("eu");
        Duration took = Duration.between(asked, Instant.now());
        assertThat(wrong(ping("us"))).as("another store, meanwhile").isEmpty();
        ended.complete(null);
        others.forEach(CompletableFuture::join);
        threads.shutdown();

        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(wrong(checks)).containsExactly(CREDENTIALS, ENDPOINT);
        assertThat(detail(checks, CREDENTIALS)).isEqualTo("no answer in time");
    }

    private static HttpResponse<String> pinged(String store) {
        try {
            return bench.post("/api/stores/" + store + "/ping", "");
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void namesTheChecksThatOurOwnDatabaseKeepsFromBeingMade() throws Exception {
        PairedFolders folders = mock(PairedFolders.class);
        when(folders.of("us")).thenThrow(new CannotGetJdbcConnectionException("the database is away"));
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RouteRun run = RouteRun.of("ping-store")
                .bean("pings", bench.bean(Pings.class))
                .bean("entryPing", bench.bean(EntryPing.class))
                .bean("hooks", bench.bean(Hooks.class))
                .bean("pairedFolders", folders)
                .bean("pingSessions", bench.bean(PingSessions.class))
                .bean("mappingChecks", bench.bean(MappingChecks.class))
                .bean("x3Authorization", bench.bean(X3Authorization.class))
                .bean("pingThreads", threads)
                .standIn("read-order-resource")
                .standIn("register-hooks-list")
                .standIn("send-journal-look-up")
                .start()) {
            Exchange answer =
                    run.send("ping-store", exchange -> exchange.getMessage().setBody("us"));

            assertThat(answer.getException()).isNull();
            List<?> checks = answer.getMessage().getBody(List.class);
            for (String name : List.of(REACHED, CREDENTIALS, ENDPOINT)) {
                assertThat(checks)
                        .extracting(Object::toString)
                        .anySatisfy(check ->
                                assertThat(check).contains("name=" + name, "ok=false", "the database is away"));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void knowsItsStores() throws Exception {
        assertThat(bench.post("/api/stores/nowhere/ping", "").statusCode()).isEqualTo(404);
        JsonNode stores = bench.json("/api/stores");
        assertThat(stores.findValuesAsText("store")).containsExactly("eu", "jp", "no", "odd", "off", "us");
        assertThat(stores.path(4)
                        .path("connections")
                        .path("sage-x3")
                        .path("state")
                        .asText())
                .isEqualTo("ok");
    }

    private static Map<String, JsonNode> ping(String store) throws Exception {
        HttpResponse<String> answer = bench.post("/api/stores/" + store + "/ping", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, JsonNode> checks = new LinkedHashMap<>();
        new ObjectMapper()
                .readTree(answer.body())
                .path("checks")
                .forEach(check -> checks.put(check.path("name").asText(), check));
        assertThat(checks.keySet()).containsExactly(TOKEN, SCOPES, WEBHOOKS, REACHED, CREDENTIALS, ENDPOINT);
        return checks;
    }

    private static List<String> wrong(Map<String, JsonNode> checks) {
        return checks.values().stream()
                .filter(check -> !check.path("ok").asBoolean())
                .map(check -> check.path("name").asText())
                .toList();
    }

    private static String detail(Map<String, JsonNode> checks, String name) {
        return Objects.requireNonNull(checks.get(name)).path("detail").asText();
    }

    private static void put(String store, String name, String value) throws Exception {
        assertThat(bench.send(
                                "PUT",
                                "/api/stores/%s/credentials/%s".formatted(store, name),
                                "{\"value\":\"" + value + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private static List<Long> rows() {
        return TABLES.stream()
                .map(table -> bench.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static Store shop(String store) {
        return store.equals("us") ? bench.store() : bench.store(store);
    }

    private static Token token(String store) {
        return store.equals("us") ? Bench.TOKEN : Bench.token(store);
    }
}
