package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sagex3.login.X3Authorization;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.OAuth2;
import io.ledgerbridge.security.OpenIdProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever the program does, no secret is to be found where people or other programs may look. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class SecretsTest {

    private static final String EU = "ledger-bridge.stores.eu.";
    private static final String KEY =
            Base64.getEncoder().encodeToString("a key of 32 bytes, which is this".getBytes(StandardCharsets.US_ASCII));
    private static final String HEADER = "the-shared-header-of-eu";
    private static final String ANNAS = "the-password-of-anna";
    private static final String DATABASE = "the-password-of-the-database";
    private static final String OPEN_ID = "the-secret-of-the-openid-client";
    private static final String REFUSED = "a-secret-that-was-refused";
    /** How the token of a connected application begins: its algorithm, in Base64. */
    private static final String SIGNED_TOKEN = base64("{\"alg\":\"HS256").substring(0, 14);

    private static final List<String> PLACES = List.of(
            "/api/stores",
            "/api/journals?size=500",
            "/api/parked",
            "/api/audit?store=us&order=0",
            "/api/audit?store=eu&order=0",
            "/api/audit?store=us&order=100",
            "/api/stores/us/orders/100",
            "/api/stores/eu/orders/100",
            "/actuator/health",
            "/actuator/prometheus",
            "/oauth2/sage-x3/eu/authorize",
            "/nowhere");

    private static final List<String> ASKED_OF_JOLOKIA = List.of(
            "{\"type\": \"list\"}",
            "{\"type\": \"search\", \"mbean\": \"*:*\"}",
            "{\"type\": \"read\", \"mbean\": \"*:*\"}",
            "{\"type\": \"read\", \"mbean\": \"org.apache.camel:*\"}",
            "{\"type\": \"read\", \"mbean\": \"org.apache.camel:type=endpoints,*\"}",
            "{\"type\": \"read\", \"mbean\": \"org.apache.camel:type=tracer,*\"}",
            exec("type=context,name=\\\"ledger-bridge\\\"", "dumpRoutesAsXml()", "[]"),
            exec("type=context,name=\\\"ledger-bridge\\\"", "dumpRoutesStatsAsXml(boolean,boolean)", "[true, true]"),
            exec("type=tracer,name=BacklogTracer", "dumpAllTracedMessages()", "[]"),
            exec("type=services,name=DefaultInflightRepository", "browse()", "[]"));
    private static final List<String> HAWTIO_PAGES = List.of(
            "/actuator/hawtio/index.html",
            "/actuator/hawtio/plugin",
            "/actuator/hawtio/user/",
            "/actuator/hawtio/camel");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Set<String> secrets = new TreeSet<>(List.of(
            KEY,
            HEADER,
            ANNAS,
            DATABASE,
            OPEN_ID,
            base64(OpenIdProvider.CLIENT + ":" + OPEN_ID),
            REFUSED,
            Bench.TOKEN.value(),
            Bench.TOKEN.clientSecret(),
            Bench.token("eu").value(),
            Bench.token("eu").clientSecret(),
            Bench.token("jp").value(),
            Bench.token("jp").clientSecret(),
            Bench.token("uk").value(),
            Bench.token("uk").clientSecret(),
            Access.CLIENT_SECRET,
            Access.PASSWORD,
            base64(Access.USER + ":" + Access.PASSWORD),
            SIGNED_TOKEN));

    @Test
    void standNowhereInTheLogTheAnswersJmxHawtioOrTheDatabase(CapturedOutput log) throws Exception {
        StringBuilder answers = new StringBuilder();
        String jmx;
        String hawtio;
        try (OpenIdProvider openId = new OpenIdProvider();
                Bench bench = Bench.start(settings(openId), List.of("eu", "jp", "uk"))) {
            assertThat(bench.bean(CamelContext.class).isMessageHistory())
                    .as("no history of messages is kept")
                    .isFalse();
            live(bench, answers);
            answers.append(loggedIn(bench, openId));
            assertThat(bench.bean(X3Authorization.class).of("uk").header()).startsWith("Bearer " + SIGNED_TOKEN);
            jmx = jmx();
            hawtio = hawtio(bench);
            remember(bench);
        }
        Map<String, String> places = new LinkedHashMap<>();
        places.put("log", log.getAll());
        places.put("answers", answers.toString());
        places.put("JMX", jmx);
        places.put("Hawtio", hawtio);
        places.put("database", database());

        assertThat(secrets).hasSizeGreaterThan(21);
        places.forEach((place, text) -> assertThat(secrets.stream().filter(text::contains))
                .as("found in " + place)
                .isEmpty());
        assertSeen(places, "log", "has to be paired", "Deliveries refused in the last minute");
        assertSeen(places, "answers", "credential-stored", "X3 says no", "HTTP 401");
        assertSeen(places, "JMX", "httpClient=#sage-x3-", "direct://call-x3-graphql");
        assertSeen(places, "Hawtio", "httpClient=#sage-x3-", "direct://call-x3-graphql", "<processorStat");
        assertSeen(places, "database", "BC100", "credential-stored", "X3 says no");
    }

    /** What does stand there is found in the same way, so a secret would be, too. */
    private static void assertSeen(Map<String, String> places, String place, String... words) {
        String text = places.getOrDefault(place, "");
        assertThat(Arrays.stream(words).filter(word -> !text.contains(word)))
                .as("not seen in " + place)
                .isEmpty();
    }

    /** Orders by OAuth2 and by Basic, tokens that are renewed, refused and paired again, and everything going wrong. */
    private void live(Bench bench, StringBuilder answers) throws Exception {
        for (String name : List.of("bigcommerce.access-token", "bigcommerce.client-secret")) {
            boolean token = name.endsWith("token");
            put(bench, "us", name, token ? Bench.TOKEN.value() : Bench.TOKEN.clientSecret());
        }
        put(bench, "eu", "sage-x3.password", Access.PASSWORD);
        answers.append(bench.send("PUT", "/api/stores/us/credentials/no.such-name", "{\"value\":\"" + REFUSED + "\"}")
                .body());
        answers.append(bench.send("PUT", "/api/stores/us/credentials/sage-x3.password", "[\"" + REFUSED + "\"]")
                .body());
        bench.store("eu")
                .hooks()
                .create(
                        Bench.token("eu"),
                        "store/order/*",
                        bench.uri("/webhooks/bigcommerce/eu"),
                        true,
                        Map.of("X-Ledger-Bridge", HEADER));

        ShopOrder waiting = order(bench.store());
        bench.deliver();
        Awaitility.await()
                .until(() ->
                        bench.json("/actuator/health").path("status").asText().equals("DOWN"));
        answers.append(bench.get("/actuator/health", "application/json").body());
        pair(bench, answers);
        remember(bench);
        bench.await(waiting.id(), "posted");
        bench.x3().oauth2().expireAccessTokens();
        bench.x3().faults().nextCreates(Fault.of(Fault.Way.UNAUTHORISED));
        bench.await(order(bench.store(), bench).id(), "posted");
        bench.x3()
                .faults()
                .decide(call ->
                        call.reference().equals("BC102") ? Fault.of(Fault.Way.REFUSED, "X3 says no") : Fault.none());
        bench.await(order(bench.store(), bench).id(), "parked");
        order(bench.store("eu"));
        new Courier(bench.store("eu")).deliver(Manner.plain().withTimeFactor(0));
        for (String store : List.of("jp", "uk")) {
            order(bench.store(store));
            assertThat(bench.post("/api/stores/" + store + "/orders/100/replay", "{}")
                            .statusCode())
                    .isEqualTo(202);
        }
        for (String store : List.of("eu", "jp", "uk")) {
            String path = "/api/stores/" + store + "/orders/100";
            Awaitility.await()
                    .until(() -> bench.json(path).path("state").asText().equals("posted"));
            answers.append(bench.get(path, "application/json").body());
        }

        answers.append(Bench.deliver(HttpClient.newHttpClient(), bench.uri("/webhooks/bigcommerce/eu"), "{}"));
        bench.store("eu").revoke(Bench.token("eu").value());
        for (String store : List.of("us", "eu", "jp", "uk")) {
            answers.append(bench.post("/api/stores/" + store + "/ping", "{}").body());
        }
        for (String place : PLACES) {
            answers.append(bench.get(place, "application/json").body());
        }
    }

    /** As an admin and then a person at X3 pair the store; what X3 sends back is then sent once more. */
    private void pair(Bench bench, StringBuilder answers) throws Exception {
        String page = bench.get("/oauth2/sage-x3/us/authorize", "*/*")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        OAuth2.Callback callback = bench.x3().oauth2().approve(page);
        assertThat(callback.fields()).containsOnlyKeys("authorizationCode", "state");
        secrets.addAll(callback.fields().values());
        assertThat(bench.callback(callback).statusCode()).isEqualTo(200);
        answers.append(bench.callback(callback).body());
    }

    /** What a person sees who comes by the OpenID provider. */
    private static String loggedIn(Bench bench, OpenIdProvider openId) throws Exception {
        openId.put("viewer");
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        StringBuilder seen = new StringBuilder();
        for (String path : List.of("/oauth2/authorization/company", "/api/stores")) {
            HttpRequest request = HttpRequest.newBuilder(bench.uri(path)).build();
            HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
            seen.append(answer.body());
            if (path.startsWith("/api")) {
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
        return seen.toString();
    }

    private static ShopOrder order(Store store) {
        ShopOrder order = store.place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        store.pay(order.id());
        return order;
    }

    private static ShopOrder order(Store store, Bench bench) {
        ShopOrder order = order(store);
        bench.deliver();
        return order;
    }

    private static void put(Bench bench, String store, String name, String value) throws Exception {
        assertThat(bench.send(
                                "PUT",
                                "/api/stores/%s/credentials/%s".formatted(store, name),
                                "{\"value\":\"" + value + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    /** The tokens that X3 has given out by now. */
    private void remember(Bench bench) {
        Credentials credentials = bench.bean(Credentials.class);
        for (CredentialName name : CredentialName.values()) {
            for (String store : List.of("us", "jp")) {
                credentials.find(store, name).ifPresent(secrets::add);
            }
        }
    }

    private Map<String, String> settings(OpenIdProvider openId) {
        Map<String, String> settings = Bench.byOAuth2();
        settings.putAll(Bench.withMBeans());
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                        .formatted(folder.resolve("ledger-bridge")));
        settings.put("spring.datasource.username", "ledger_bridge");
        settings.put("spring.datasource.password", DATABASE);
        settings.put("spring.security.oauth2.client.registration.company.client-id", OpenIdProvider.CLIENT);
        settings.put("spring.security.oauth2.client.registration.company.client-secret", OPEN_ID);
        settings.put("spring.security.oauth2.client.registration.company.scope", "openid");
        settings.put("spring.security.oauth2.client.provider.company.issuer-uri", openId.url());
        settings.put("ledger-bridge.oidc.claim", "groups");
        settings.put("ledger-bridge.oidc.viewer", "viewer");
        settings.put("logging.level.root", "info");
        settings.put("logging.level.io.ledgerbridge", "trace");
        settings.put("ledger-bridge.encryption-key", KEY);
        settings.put("ledger-bridge.users[1].name", "anna");
        settings.put("ledger-bridge.users[1].password", "{noop}" + ANNAS);
        settings.put("ledger-bridge.users[1].role", "viewer");
        settings.put("ledger-bridge.stores.jp.sage-x3.auth.type", "client-credentials");
        settings.put("ledger-bridge.stores.jp.sage-x3.auth.token-url", "{x3}/v1/token");
        settings.put("ledger-bridge.stores.uk.sage-x3.auth.type", "connected-app");
        settings.put(EU + "sage-x3.api", "rest");
        settings.put(EU + "sage-x3.auth.type", "basic");
        settings.put(EU + "bigcommerce.signature", "shared-header");
        settings.put(EU + "bigcommerce.shared-header.value", HEADER);
        return settings;
    }

    private static String exec(String mbean, String operation, String arguments) {
        return """
                {"type": "exec", "mbean": "org.apache.camel:context=ledger-bridge,%s", "operation": "%s", "arguments": %s}""".formatted(mbean, operation, arguments);
    }

    /** Every attribute of every MBean, and Camel's routes as it dumps them. */
    private static String jmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder text = new StringBuilder();
        for (ObjectName name : server.queryNames(null, null)) {
            text.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                text.append(value(server, name, attribute.getName())).append('\n');
            }
        }
        for (ObjectName context : server.queryNames(new ObjectName("org.apache.camel:type=context,*"), null)) {
            text.append(dump(server, context, "dumpRoutesAsXml")).append(dump(server, context, "dumpRoutesAsYaml"));
        }
        return text.toString();
    }

    /** All that an admin can have of Jolokia, through which Hawtio sees everything, and Hawtio's own pages. */
    private static String hawtio(Bench bench) throws Exception {
        StringBuilder text = new StringBuilder();
        for (String request : ASKED_OF_JOLOKIA) {
            text.append(jolokia(bench, request)).append('\n');
        }
        JsonNode routes = jolokia(bench, """
                {"type": "search", "mbean": "org.apache.camel:type=routes,*"}""");
        for (JsonNode route : routes.path("value")) {
            String name = JSON.writeValueAsString(route);
            text.append(jolokia(bench, """
                    [{"type": "exec", "mbean": %1$s, "operation": "dumpRouteAsXml()"},
                     {"type": "exec", "mbean": %1$s, "operation": "dumpRouteStatsAsXml(boolean,boolean)", "arguments": [true, true]}]""".formatted(name))).append('\n');
        }
        for (String page : HAWTIO_PAGES) {
            text.append(bench.get(page, "*/*").body()).append('\n');
        }
        return text.toString();
    }

    /** Read and written again, since Jolokia hides each slash behind a backslash. */
    private static JsonNode jolokia(Bench bench, String request) throws Exception {
        return JSON.readTree(bench.post("/actuator/jolokia", request).body());
    }

    /** Nothing where the program has no library that writes this form. */
    private static String dump(MBeanServer server, ObjectName context, String operation) {
        try {
            return String.valueOf(server.invoke(context, operation, new Object[0], new String[0]));
        } catch (JMException | RuntimeException none) {
            return "";
        }
    }

    private static String value(MBeanServer server, ObjectName name, String attribute) {
        try {
            Object value = server.getAttribute(name, attribute);
            return value instanceof Object[] several ? Arrays.deepToString(several) : String.valueOf(value);
        } catch (JMException | RuntimeException none) {
            return "";
        }
    }

    /** H2's file, byte by byte. */
    private String database() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
