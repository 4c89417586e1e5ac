package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The other side repeats everything that it was sent, and words that would be lines of our log. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class EchoedSecretsTest {

    private static final String FORGED = "2026-11-29T00:00:00.000Z  INFO 1 --- [ledger-bridge] all is well";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By GraphQL and a signed token, by api1 and by SOAP with a password, by a token endpoint, and at BigCommerce. */
    private static final List<String> STORES = List.of("us", "eu", "jp", "uk", "sh");

    @Test
    void standNowhereAndMakeNoLine(CapturedOutput log) throws Exception {
        StringBuilder answers = new StringBuilder();
        HttpServer echo = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        echo.createContext("/", EchoedSecretsTest::repeat);
        echo.start();
        String url = "http://localhost:" + echo.getAddress().getPort();
        try (Bench bench = Bench.start(settings(url), STORES.subList(1, STORES.size()))) {
            for (String store : STORES) {
                long order = order(bench, store);
                Awaitility.await(store).until(() -> words(bench, store, order).contains("You said"));
                answers.append(bench.json("/api/stores/%s/orders/%d".formatted(store, order)))
                        .append(bench.json("/api/audit?store=%s&order=%d".formatted(store, order)))
                        .append(bench.post("/api/stores/%s/ping".formatted(store), "{}")
                                .body())
                        .append(bench.post(
                                        "/api/stores/%s/orders/%d/replay".formatted(store, order), "{\"preview\":true}")
                                .body());
            }
            for (String place : List.of("/api/parked", "/api/stores", "/api/journals", "/actuator/health")) {
                answers.append(bench.json(place));
            }
        } finally {
            echo.stop(0);
        }

        assertThat(answers).contains("You said", "***", "x3-look-up-refused");
        assertThat(log.getAll()).contains("You said", "***");
        for (String secret : secrets()) {
            assertThat(answers.toString()).as("answers").doesNotContain(secret);
            assertThat(log.getAll()).as("log").doesNotContain(secret);
        }
        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith(FORGED.substring(0, 24) + "  INFO 1"));
        assertThat(log.getAll()).doesNotContain("\u001b]0;", "\u202e");
    }

    private static List<String> secrets() {
        return List.of(
                Bench.token("sh").value(),
                Access.CLIENT_SECRET,
                Access.PASSWORD,
                Base64.getEncoder()
                        .encodeToString((Access.USER + ":" + Access.PASSWORD).getBytes(StandardCharsets.UTF_8)),
                "eyJhbGciOi");
    }

    /** A refusal in everybody's form: BigCommerce's, api1's, GraphQL's, and a body that a token endpoint's caller quotes. */
    private static void repeat(HttpExchange exchange) throws IOException {
        StringBuilder said = new StringBuilder("You said\r\n" + FORGED + "\r\n\u001b]0;title\u0007\u202e ");
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        said.append(name).append(": ").append(values.get(0)).append("\r\n"));
        said.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "title", said.toString(),
                "$severity", "error",
                "$message", said.toString(),
                "errors", List.of(Map.of("message", said.toString()))));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().contains("token") ? 401 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> settings(String echo) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String store : STORES) {
            settings.put("ledger-bridge.stores.%s.sage-x3.url".formatted(store), echo);
        }
        Map.of("eu", "rest", "jp", "soap").forEach((store, api) -> {
            String x3 = "ledger-bridge.stores.%s.sage-x3.".formatted(store);
            settings.put(x3 + "api", api);
            settings.put(x3 + "auth.type", "basic");
            settings.put(x3 + "auth.password", Access.PASSWORD);
        });
        settings.put("ledger-bridge.stores.uk.sage-x3.auth.type", "client-credentials");
        settings.put("ledger-bridge.stores.uk.sage-x3.auth.token-url", echo + "/token");
        settings.put("ledger-bridge.stores.sh.bigcommerce.api-url", echo);
        settings.put("logging.level.root", "info");
        return settings;
    }

    private static String words(Bench bench, String store, long order) {
        try {
            JsonNode state = bench.json("/api/stores/%s/orders/%d".formatted(store, order));
            return state.path("detail").asText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static long order(Bench bench, String key) throws Exception {
        Store store = key.equals("us") ? bench.store() : bench.store(key);
        long order = store.place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1)
                .id();
        store.pay(order);
        store.takeEvents();
        assertThat(bench.post("/api/stores/%s/orders/%d/replay".formatted(key, order), "{}")
                        .statusCode())
                .isEqualTo(202);
        return order;
    }
}
