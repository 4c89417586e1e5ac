package io.ledgerbridge.routes.x3;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Sage X3 on loopback: a ledger behind GraphQL, api1 and SOAP. It can be made to misbehave, and counts what it is asked. */
public final class SageX3Sandbox implements AutoCloseable {

    private static final Pattern API1 = Pattern.compile("/api1/x3/erp/([^/]+)/GACCENTRY(?:\\('([^']+)'\\))?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Ledger ledger = new Ledger();
    private final GraphqlApi graphql = new GraphqlApi(ledger);
    private final RestApi rest = new RestApi(ledger);
    private final SoapApi soap = new SoapApi(ledger);
    private final Authentication authentication;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Function<Request, Optional<Misbehaviour>> mood = request -> Optional.empty();
    private volatile Map<String, String> names = Map.of();
    private volatile Duration lateness = Duration.ofSeconds(3);
    private volatile Duration slowness = Duration.ZERO;

    private SageX3Sandbox(int port, Clock clock) throws IOException {
        authentication = new Authentication(clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts one with a folder SEED.
     *
     * @param port 0 for any that is free
     */
    public static SageX3Sandbox start(int port) {
        try {
            SageX3Sandbox sandbox = new SageX3Sandbox(port, Clock.systemUTC());
            sandbox.folder(Folder.named("SEED"));
            return sandbox;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Has its objects have names of a customer's own, and no others; but an entry's key is the standard's, NUM.
     *
     * @param own the standard's names, and what they are called here
     */
    public void names(Map<String, String> own) {
        names = Map.copyOf(own);
    }

    private static String renamed(String text, String from, String to) {
        return text.replaceAll("\\b" + from + "\\b", to);
    }

    private String inStandardNames(String text) {
        String standard = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (!name.getKey().equals("NUM")) {
                standard = renamed(standard, name.getKey(), "no_name_here");
            }
            standard = renamed(standard, name.getValue(), name.getKey());
        }
        return standard;
    }

    private String inOwnNames(String text) {
        String own = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            own = renamed(own, name.getKey(), name.getValue());
        }
        return own;
    }

    public Folder folder(Folder folder) {
        return ledger.folder(folder);
    }

    /** The folder of that name, to be changed. */
    public Folder folder(String name) {
        return ledger.folder(name).orElseThrow();
    }

    public SageX3Sandbox user(String name, String password) {
        authentication.user(name, password);
        return this;
    }

    /**
     * An application that signs its own tokens.
     *
     * @param audience null where any is taken
     */
    public SageX3Sandbox connectedApp(String clientId, String secret, String user, @Nullable String audience) {
        authentication.connectedApp(clientId, secret, user, audience);
        return this;
    }

    public List<PostedEntry> entries(String folder) {
        return ledger.entries(folder);
    }

    /** The signed sum on each account and currency, such as {@code 411000 USD}. */
    public Map<String, BigDecimal> trialBalance(String folder) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (PostedEntry entry : entries(folder)) {
            entry.lines()
                    .forEach(line ->
                            sums.merge(line.account() + " " + entry.currency(), line.signed(), BigDecimal::add));
        }
        return sums;
    }

    /** An entry that somebody else writes into the ledger, by hand. */
    public void writeByHand(PostedEntry entry) {
        if (ledger.post(entry).posted() == null) {
            throw new IllegalArgumentException("refused: " + entry);
        }
    }

    /** From now on each request may be misbehaved on. */
    public void misbehave(Function<Request, Optional<Misbehaviour>> by) {
        mood = by;
    }

    /** The next create is misbehaved on, and no other. */
    public void misbehaveOnce(Misbehaviour how) {
        AtomicInteger left = new AtomicInteger(1);
        mood = request -> request.kind() == Request.Kind.CREATE && left.getAndDecrement() > 0
                ? Optional.of(how)
                : Optional.empty();
    }

    public void behave() {
        mood = request -> Optional.empty();
    }

    /** How late what is late comes. */
    public void lateness(Duration by) {
        lateness = by;
    }

    /** How long every answer takes. */
    public void slowness(Duration each) {
        slowness = each;
    }

    /** Every HTTP request that came in. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public long count(Request.Kind kind) {
        return requests.stream().filter(request -> request.kind() == kind).count();
    }

    /** The most requests that were ever under way at once. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            String body = inStandardNames(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String path = exchange.getRequestURI().getPath();
            Request request =
                    new Request(kind(exchange, body), exchange.getRequestMethod(), path, headers(exchange), body);
            requests.add(request);
            pause(slowness);
            respond(exchange, request, mood.apply(request).orElse(null));
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void respond(HttpExchange exchange, Request request, @Nullable Misbehaviour mood) throws IOException {
        if (mood == null) {
            send(exchange, answer(exchange, request));
            return;
        }
        switch (mood) {
            case DROPS_BEFORE_COMMIT -> drop(exchange);
            case DROPS_AFTER_COMMIT -> {
                answer(exchange, request);
                drop(exchange);
            }
            case FAILS_AFTER_COMMIT -> {
                answer(exchange, request);
                send(exchange, Answer.json(500, "{\"$severity\":\"error\",\"$message\":\"Internal error\"}"));
            }
            case HTML_AFTER_COMMIT -> {
                answer(exchange, request);
                send(exchange, new Answer(200, "text/html", "<html><body>Sign in</body></html>", Map.of()));
            }
            case HALF_A_BODY_AFTER_COMMIT -> half(exchange, answer(exchange, request));
            case LATE_AFTER_COMMIT -> {
                Answer answer = answer(exchange, request);
                pause(lateness);
                send(exchange, answer);
            }
            case COMMITS_LATE -> {
                pause(lateness);
                send(exchange, answer(exchange, request));
            }
            case UNAUTHORISED_CLOUD -> send(exchange, Answer.json(401, "{\"message\":\"Unauthorised\"}"));
            case UNAUTHORISED_ON_PREMISES -> send(exchange, Answer.text(401, "Error 50: Invalid token"));
            case UNAVAILABLE -> send(exchange, Answer.text(503, "Service unavailable"));
            case TOO_MANY_REQUESTS -> send(exchange, Answer.text(429, "Too many requests"));
            case NO_NUMBER -> send(exchange, Answer.json(200, "{\"data\":{}}"));
            case NUMBER_AND_ERROR -> send(exchange, told(answer(exchange, request), 4, "error"));
            case WARNING -> send(exchange, told(answer(exchange, request), 2, "warning"));
        }
    }

    private Answer answer(HttpExchange exchange, Request request) {
        Optional<String> refusal =
                authentication.refusal(exchange.getRequestHeaders().getFirst("Authorization"));
        if (refusal.isPresent()) {
            return Answer.text(401, refusal.get());
        }
        if (request.path().equals("/xtrem/api") || request.path().equals("/v1/service/SEED/api")) {
            String endpoint = exchange.getRequestHeaders().getFirst("x-xtrem-endpoint");
            return ledger.folder(endpoint).isEmpty()
                    ? Answer.json(404, "{\"$severity\":\"error\",\"$message\":\"Unknown endpoint " + endpoint + "\"}")
                    : graphql.execute(String.valueOf(endpoint), request.body());
        }
        if (request.path().equals(SoapApi.PATH)) {
            return soap.answer(request.body());
        }
        Matcher api1 = API1.matcher(request.path());
        if (!api1.matches() || ledger.folder(api1.group(1)).isEmpty()) {
            return Answer.json(404, RestApi.diagnoses(List.of("Not found: " + request.path())));
        }
        return api1(exchange, request, api1);
    }

    private Answer api1(HttpExchange exchange, Request request, Matcher path) {
        Map<String, String> query = query(exchange);
        String representation = query.getOrDefault("representation", "");
        return switch (request.method() + " " + representation) {
            case "POST GACCENTRY.$create" -> rest.create(path.group(1), request.body());
            case "GET GACCENTRY.$query" ->
                rest.query(
                        path.group(1),
                        query.getOrDefault("where", ""),
                        Integer.parseInt(query.getOrDefault("count", "20")));
            case "GET GACCENTRY.$details" -> rest.details(path.group(1), String.valueOf(path.group(2)));
            default -> Answer.json(400, RestApi.diagnoses(List.of("Unknown representation " + representation)));
        };
    }

    private static Request.Kind kind(HttpExchange exchange, String body) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.contains("$create") || body.contains("mutation") || SoapApi.isSave(body)) {
            return Request.Kind.CREATE;
        }
        return query.contains("$details") || SoapApi.isRead(body) ? Request.Kind.DETAILS : Request.Kind.LOOK_UP;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return Map.copyOf(headers);
    }

    private Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(
                    parts[0],
                    parts.length > 1 ? inStandardNames(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)) : "");
        }
        return query;
    }

    /** An answer with a diagnosis of that severity beside what it says. */
    private static Answer told(Answer answer, int severity, String word) {
        if (answer.contentType().startsWith("text/xml")) {
            return SoapApi.told(answer, severity - 1, word);
        }
        try {
            JsonNode body = Json.read(answer.body());
            Map<String, Object> all = new TreeMap<>();
            body.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
            if (body.has("data")) {
                Map<String, Object> diagnosis = Map.of("severity", severity, "message", "A " + word);
                all.put(
                        "errors",
                        List.of(Map.of("message", "A " + word, "extensions", Map.of("diagnoses", List.of(diagnosis)))));
            } else {
                all.put("$diagnoses", List.of(Map.of("$severity", word, "$message", "A " + word)));
            }
            return new Answer(answer.status(), answer.contentType(), Json.write(all), answer.headers());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = inOwnNames(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void half(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("broken off");
    }

    /** The JDK's server closes the connection without an answer when its handler fails. */
    private static void drop(HttpExchange exchange) throws IOException {
        throw new IOException("hung up on " + exchange.getRemoteAddress());
    }

    private void pause(Duration duration) {
        if (!duration.isZero()) {
            try {
                closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
