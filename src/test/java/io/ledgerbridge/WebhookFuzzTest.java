package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand bodies and sets of headers by a seed ({@code -Dfuzz.seed}); one in eight is signed. The same seed makes
 * the same requests.
 */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class WebhookFuzzTest {

    private static final int REQUESTS = 10_000;
    private static final int CONNECTIONS = 4;
    private static final long SEED = Long.getLong("fuzz.seed", 20261125);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final List<String> METHODS = List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    /** In place of the store's key. */
    private static final List<String> PATHS = List.of(
            "", "nosuch", "US", "us/", "us/x", "us%00", "us;x=1", "us?x=1", "..%2fus", "%75%73", "us%20", "us//");

    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e999",
            "-1",
            "250",
            "\\u0000",
            "\u0000",
            "\uD800",
            "\"scope\":\"store/order/updated\"",
            "\"store_id\":\"1\"",
            "\"data\":{\"type\":\"order\",\"id\":250}",
            "\"hash\":\"x\"",
            "\"created_at\":1700000000",
            "\"producer\":\"stores/abc123\"",
            "<xml/>",
            "${jndi:ldap://x}",
            "'; DROP TABLE event; --",
            "%00",
            "\r\n");
    private static final List<String> NAMES = List.of(
            "X-BC-Signature",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "X-Ledger-Bridge",
            "Accept",
            "Content-Type",
            "Content-Encoding",
            "CamelHttpUri",
            "CamelHttpResponseCode",
            "CamelBeanMethodName",
            "X-Forwarded-Host",
            "Cookie",
            "Authorization",
            "breadcrumbId");

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    private final Set<String> signed = ConcurrentHashMap.newKeySet();

    @Test
    void neverFailsAndKeepsNothingThatIsNotSigned() throws Exception {
        try (Bench bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval",
                "1h",
                "ledger-bridge.sweep.interval",
                "1h",
                "ledger-bridge.hooks.register",
                "false"))) {
            URI uri = bench.uri("/webhooks/bigcommerce/us");
            send(uri, 0, REQUESTS / 2);
            long before = used();
            send(uri, REQUESTS / 2, REQUESTS);
            long after = used();

            assertThat(statuses.keySet())
                    .as("statuses %s, seed %d", statuses, SEED)
                    .contains(200, 401, 404, 413)
                    .allMatch(status -> status < 500);
            assertThat(count(bench, "* FROM delivery")).isEqualTo(signed.size());
            assertThat(count(bench, "* FROM event")).isEqualTo(signed.size());
            assertThat(count(bench, "* FROM due_order"))
                    .isPositive()
                    .isEqualTo(count(bench, "DISTINCT order_id FROM event"));
            assertThat(after - before).as("bytes on the heap").isLessThan(64L << 20);
        }
    }

    private static int count(Bench bench, String what) {
        String counted = what.replaceFirst("(.*) FROM", "count($1) FROM");
        return bench.bean(JdbcClient.class)
                .sql("SELECT " + counted)
                .query(Integer.class)
                .single();
    }

    private void send(URI uri, int from, int to) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        Together.run(CONNECTIONS, () -> {
            HttpClient http = HttpClient.newHttpClient();
            for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                int status = http.send(request(uri, number), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                statuses.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
            }
            return true;
        });
    }

    private HttpRequest request(URI uri, int number) {
        Random random = new Random(SEED + number);
        byte[] bytes = body(random).getBytes(StandardCharsets.UTF_8);
        boolean elsewhere = random.nextInt(16) == 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(elsewhere ? other(uri, random) : uri)
                .method(
                        elsewhere ? METHODS.get(random.nextInt(METHODS.size())) : "POST",
                        HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers(random).forEach(request::setHeader);
        if (!elsewhere && bytes.length <= LONGEST_BODY && random.nextInt(8) == 0) {
            String body = new String(bytes, StandardCharsets.UTF_8);
            signed.add(body);
            Signature.X_BC_SIGNATURE_BASE64
                    .headers(Bench.TOKEN.clientSecret(), "id", 0, body)
                    .forEach(request::setHeader);
        }
        return request.build();
    }

    private static String body(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> event(random);
            case 1 ->
                new StringBuilder(event(random))
                        .deleteCharAt(random.nextInt(100))
                        .toString();
            default -> scraps(random);
        };
    }

    /** As BigCommerce sends it. */
    private static String event(Random random) {
        return "{\"scope\":\"store/order/updated\",\"store_id\":\"1\",\"producer\":\"stores/abc123\",\"hash\":\"x\","
                + "\"created_at\":%d,\"data\":{\"type\":\"order\",\"id\":%d}}"
                        .formatted(1_700_000_000L + random.nextInt(1000), random.nextInt(1000));
    }

    private static String scraps(Random random) {
        StringBuilder body = new StringBuilder();
        for (int scrap = random.nextInt(12); scrap > 0; scrap--) {
            body.append(random.nextInt(4) == 0 ? noise(random) : SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return switch (random.nextInt(400)) {
            case 0 -> body.toString().repeat(20);
            case 1 -> " ".repeat(LONGEST_BODY + random.nextInt(3));
            default -> body.toString();
        };
    }

    private static URI other(URI uri, Random random) {
        return URI.create(uri.toString().replaceFirst("us$", PATHS.get(random.nextInt(PATHS.size()))));
    }

    private static String noise(Random random) {
        return random.ints(random.nextInt(30), 0, 0x2FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<String, String> headers(Random random) {
        Map<String, String> headers = new TreeMap<>();
        for (int header = random.nextInt(5); header > 0; header--) {
            headers.put(NAMES.get(random.nextInt(NAMES.size())), value(random));
        }
        return headers;
    }

    private static String value(Random random) {
        List<String> values = new ArrayList<>(
                List.of("", "v1,AAAA", "application/json", "gzip", "multipart/form-data", "9", "http://x.invalid"));
        values.add(random.ints(random.nextInt(60), ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip());
        return values.get(random.nextInt(values.size()));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
