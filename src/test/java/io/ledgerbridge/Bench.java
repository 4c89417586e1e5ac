package io.ledgerbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.EntryDraft;
import io.ledgerbridge.sandbox.sagex3.OAuth2;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole program between a BigCommerce and a Sage X3 of its own, with one store {@code us} on ports that are free.
 * Its time-outs are longer than a busy machine stands still, and BigCommerce has no quota; tests of an X3 that keeps its
 * answers ask for {@link #impatient short ones}. Camel's MBeans, a tenth of the start, are left out unless
 * {@link #withMBeans} asks for them.
 */
public final class Bench implements AutoCloseable {

    public static final String STORE = "us";
    public static final String FOLDER = "SEED";
    public static final Token TOKEN = Token.full("bench-token", "bench-client", "bench-client-secret");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BigCommerceSandbox shop;
    private final SageX3Sandbox x3 = SageX3Sandbox.start(0);
    private final Store store;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private ConfigurableApplicationContext bridge;

    private Bench(
            Clock shopTime,
            Map<String, String> others,
            List<String> moreStores,
            BiConsumer<String, String> urls,
            ApplicationListener<?>... listeners) {
        shop = new BigCommerceSandbox(0, shopTime);
        urls.accept(shop.url(), x3.url());
        store = withoutQuota(STORE).grant(TOKEN).signing(Signature.X_BC_SIGNATURE_BASE64);
        store.hooks().acceptPlainHttp();
        settings.putAll(defaults());
        moreStores.forEach(key -> {
            withoutQuota(key).grant(token(key)).hooks().acceptPlainHttp();
            settings.putAll(storeSettings(key, shop.url(), x3.url()));
        });
        others.forEach((name, value) -> settings.put(name, value.replace("{x3}", x3.url())));
        bridge = run(settings, listeners);
        awaitFirstSweep(Stream.concat(Stream.of(STORE), moreStores.stream()).toList());
        listen(STORE);
    }

    private Store withoutQuota(String key) {
        return store(key).quota(1_000_000, Duration.ofSeconds(30));
    }

    /** Has a store send what happens to its orders from now on. */
    void listen(String key) {
        store(key).hooks().create(token(key), "store/order/*", uri("/webhooks/bigcommerce/" + key), true, Map.of());
    }

    /** Has a route take nothing any more. */
    void suspend(String route) {
        try {
            bean(CamelContext.class).getRouteController().suspendRoute(route);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** So that no test's order is found by it before the test has done with it what it wants. */
    private void awaitFirstSweep(List<String> keys) {
        Awaitility.await("the first sweep")
                .pollInterval(Duration.ofMillis(10))
                .until(() -> keys.stream().allMatch(this::isSwept));
    }

    private boolean isSwept(String key) {
        String shopsOwn = "/stores/" + hash(key);
        return bean(ShopTroubles.class).of(key, "sweep of orders").isPresent()
                || (shop.calls("GET", shopsOwn + "/v2/orders") > 0
                        && shop.calls("GET", shopsOwn + "/v3/orders/payment_actions/refunds") > 0);
    }

    /** The token of a store. */
    public static Token token(String key) {
        return key.equals(STORE) ? TOKEN : Token.full(key + "-token", key + "-client", key + "-client-secret");
    }

    /** Of a store, at BigCommerce. */
    public static String hash(String key) {
        return key.equals(STORE) ? "abc123" : key + "123";
    }

    /** A store by its key. */
    public Store store(String key) {
        return shop.store(hash(key));
    }

    /** Stops the program, so that it can be started again, on the same port. */
    public void stop() {
        settings.put("server.port", bridge.getEnvironment().getProperty("local.server.port", "0"));
        bridge.close();
    }

    /** Starts the program again, with the same settings and so with the same database. */
    public void startAgain() {
        bridge = run(settings);
    }

    private static ConfigurableApplicationContext run(
            Map<String, String> settings, ApplicationListener<?>... listeners) {
        SpringApplication program = new SpringApplication(LedgerBridge.class);
        program.addListeners(new SettlesSoon());
        program.addListeners(listeners);
        return program.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Stops the program and starts it again, on the same port and database, with other settings over those before. */
    public void restart(Map<String, String> changes) {
        stop();
        settings.putAll(changes);
        startAgain();
    }

    /** With H2 in memory and GraphQL, unless the settings say otherwise. */
    public static Bench start(Map<String, String> settings) {
        return start(settings, List.of());
    }

    /** With further stores beside {@code us}. */
    public static Bench start(Map<String, String> settings, List<String> moreStores) {
        return start(settings, moreStores, (shop, x3) -> {});
    }

    /**
     * Likewise, with something between the program and the sandboxes.
     *
     * @param urls is told the addresses of BigCommerce and Sage X3 before the program starts
     */
    public static Bench start(Map<String, String> settings, List<String> moreStores, BiConsumer<String, String> urls) {
        return new Bench(Clock.systemUTC(), settings, moreStores, urls);
    }

    /** Likewise, in which the shop's orders are of another time. */
    static Bench start(Map<String, String> settings, List<String> moreStores, Clock shopTime) {
        return new Bench(shopTime, settings, moreStores, (shop, x3) -> {});
    }

    /** A bean of the program. */
    public <T> T bean(Class<T> type) {
        return bridge.getBean(type);
    }

    /** Likewise, with somebody who listens to how the program starts and stops. */
    public static Bench listenedTo(Map<String, String> settings, ApplicationListener<?>... listeners) {
        return new Bench(Clock.systemUTC(), settings, List.of(), (shop, x3) -> {}, listeners);
    }

    /** Time-outs of a second, for tests in which both sides keep answers of these stores. */
    static Map<String, String> impatient(String... keys) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.drain.lease", "5s");
        settings.put(SettlesSoon.AFTER, "1s");
        for (String key : keys) {
            settings.put("ledger-bridge.stores." + key + ".bigcommerce.request-timeout", "1s");
            settings.put("ledger-bridge.stores." + key + ".sage-x3.request-timeout", "1s");
        }
        return settings;
    }

    /** The settings that have Camel show what it runs, as they are by default outside of a bench. */
    public static Map<String, String> withMBeans() {
        return Map.of("camel.main.jmx-enabled", "true");
    }

    /** The settings that have the program post by api1. */
    public static Map<String, String> byRest() {
        return by("rest", STORE);
    }

    /** The settings that have the program post by SOAP. */
    public static Map<String, String> bySoap() {
        return by("soap", STORE);
    }

    /** The settings that have the orders of a store posted by REST or SOAP. */
    static Map<String, String> by(String api, String key) {
        String x3 = "ledger-bridge.stores." + key + ".sage-x3.";
        return Map.of(x3 + "api", api, x3 + "auth.type", "basic", x3 + "auth.password", Access.PASSWORD);
    }

    /** The settings that have the program log in to X3 by OAuth2; it has to be paired first. */
    public static Map<String, String> byOAuth2() {
        Map<String, String> settings = new LinkedHashMap<>();
        String auth = "ledger-bridge.stores.us.sage-x3.auth.";
        settings.put("ledger-bridge.public-url", "http://bridge.invalid");
        settings.put("ledger-bridge.hooks.register", "false");
        settings.put(auth + "type", "oauth2");
        settings.put(auth + "authorize-url", "{x3}/v1/token/authorise?scope=all");
        settings.put(auth + "token-url", "{x3}/v1/token");
        return settings;
    }

    /** Pairs the store with X3, as an admin and then a person at X3 would; what the callback answered. */
    public HttpResponse<String> pair() throws IOException, InterruptedException {
        String page = get("/oauth2/sage-x3/us/authorize", "*/*")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return callback(x3.oauth2().approve(page));
    }

    /** Sends what X3 sends back, to the program. */
    public HttpResponse<String> callback(OAuth2.Callback callback) throws IOException, InterruptedException {
        String fields = callback.fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String path = URI.create(callback.uri()).getPath();
        HttpRequest.Builder request = callback.method().equals("GET")
                ? HttpRequest.newBuilder(uri(path + "?" + fields))
                : HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The program's settings, for another on the same database. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    private Map<String, String> defaults() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("logging.level.root", "warn");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("spring.datasource.url", Databases.inMemory());
        settings.put("ledger-bridge.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("ledger-bridge.drain.interval", "50ms");
        settings.put("ledger-bridge.drain.lease", "60s");
        settings.put("ledger-bridge.retry.initial-delay", "200ms");
        settings.put("ledger-bridge.users[0].name", "admin");
        settings.put("ledger-bridge.users[0].password", "{noop}admin");
        settings.put("ledger-bridge.users[0].role", "admin");
        settings.putAll(storeSettings(STORE, shop.url(), x3.url()));
        return settings;
    }

    /** Of a store, by GraphQL; its prefix is its key, but for the first. */
    public static Map<String, String> storeSettings(String key, String shopUrl, String x3Url) {
        Map<String, String> settings = new LinkedHashMap<>();
        String its = "ledger-bridge.stores." + key + ".";
        settings.put(its + "bigcommerce.api-url", shopUrl);
        settings.put(its + "bigcommerce.store-hash", hash(key));
        settings.put(its + "bigcommerce.access-token", token(key).value());
        settings.put(its + "bigcommerce.client-secret", token(key).clientSecret());
        settings.put(its + "bigcommerce.request-timeout", "20s");
        settings.put(its + "sage-x3.api", "graphql");
        settings.put(its + "sage-x3.url", x3Url);
        settings.put(its + "sage-x3.endpoint", FOLDER);
        settings.put(its + "sage-x3.request-timeout", "20s");
        settings.put(its + "sage-x3.auth.type", "connected-app");
        settings.put(its + "sage-x3.auth.client-id", Access.CLIENT_ID);
        settings.put(its + "sage-x3.auth.client-secret", Access.CLIENT_SECRET);
        settings.put(its + "sage-x3.auth.user", Access.USER);
        settings.put(its + "journal.prefix", key.equals(STORE) ? "BC" : key.toUpperCase(Locale.ROOT));
        settings.put(its + "journal.entry-type", "ODGEN");
        settings.put(its + "journal.code", "SAL");
        settings.put(its + "journal.site", "FR011");
        settings.put(its + "journal.time-zone", "America/Chicago");
        settings.put(its + "channels.1.name", "Main brand");
        Map.of(
                        "receivable", "411000",
                        "revenue", "707000",
                        "shipping", "708500",
                        "discounts", "709000",
                        "sales-tax", "445710",
                        "gift-certificates", "419100",
                        "store-credit", "419200")
                .forEach((name, account) -> settings.put(its + "channels.1.accounts." + name, account));
        return settings;
    }

    public Store store() {
        return store;
    }

    public BigCommerceSandbox shop() {
        return shop;
    }

    public SageX3Sandbox x3() {
        return x3;
    }

    public ConfigurableApplicationContext bridge() {
        return bridge;
    }

    public List<PostedEntry> entries() {
        return x3.ledger().entries(FOLDER);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + bridge.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Delivers whatever has happened in the shop, once each. */
    public void deliver() {
        new Courier(store).deliver(Manner.plain().withTimeFactor(0));
    }

    /** Delivers one event with this body, signed; the status that came back. */
    public int deliver(String body) throws IOException, InterruptedException {
        return deliver(http, uri("/webhooks/bigcommerce/" + STORE), body);
    }

    static int deliver(HttpClient http, URI to, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofString(body));
        Signature.X_BC_SIGNATURE_BASE64
                .headers(TOKEN.clientSecret(), "id", 0, body)
                .forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException closed) {
            // a connection that was kept open and that the program has just closed; BigCommerce would come again, too
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    /** Waits until an order is in that state. */
    public JsonNode await(long order, String state) {
        return Awaitility.await("order %d %s".formatted(order, state))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> order(order),
                        answer -> answer.path("state").asText().equals(state));
    }

    /** What the program says of an order. */
    public JsonNode order(long order) throws IOException, InterruptedException {
        return JSON.readTree(
                get("/api/stores/us/orders/" + order, "application/json").body());
    }

    /** One call of the program's API, as admin. */
    public HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept));
    }

    /** A call by that method, as admin, with a JSON body. */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Another, as admin, with a JSON body. */
    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /** Likewise, as another user, whose password is its name. */
    HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    private HttpRequest.Builder request(String path) {
        return request("admin", path);
    }

    private HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An entry that somebody else writes into X3, over 411000 and 707000, dated now in the store's time zone. */
    public void writeIntoX3(String reference, String amount) {
        List<EntryDraft.Line> lines = Stream.of(1, -1)
                .map(sign -> new EntryDraft.Line(
                        sign > 0 ? "411000" : "707000", "", sign, new BigDecimal(amount), "By hand", Map.of()))
                .toList();
        LocalDate date = LocalDate.now(ZoneId.of("America/Chicago"));
        Objects.requireNonNull(x3.ledger()
                .post(FOLDER, new EntryDraft("ODGEN", "", "FR011", "SAL", date, "USD", reference, "By hand", 1, lines))
                .entry());
    }

    /** What a GET answers in JSON, as admin. */
    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path, "application/json").body());
    }

    @Override
    public void close() {
        bridge.close();
        shop.close();
        x3.close();
    }
}
