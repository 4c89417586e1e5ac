package io.ledgerbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.Envelopes;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.KeptEvent;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.work.WatchedDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What BigCommerce is answered, and what is kept, by the routes as they are shipped and over HTTP. */
@OnEachDatabase
@SuppressWarnings("NullAway.Init")
@WholeProgram
class ReceivingTest {

    private static final Instant HAPPENED = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] CREATED = Envelopes.body("store/order/created", "{\"type\":\"order\",\"id\":250}");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final TestClock CLOCK = new TestClock(HAPPENED.toString());

    private static WatchedDataSource watched;
    private static ConfigurableApplicationContext program;

    private final Database database;

    ReceivingTest(Database database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        watched = new WatchedDataSource(database.source());
        program = ReceivingProgram.start(watched, CLOCK, 0);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
        CLOCK.set(HAPPENED);
    }

    @Test
    void keepsANewEventAndMarksItsOrderDue() {
        HttpResponse<byte[]> answer = post("us", CREATED);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(eventsOf("us", 250)).hasSize(1);
        assertThat(eventsOf("us", 250).get(0).scope()).isEqualTo("store/order/created");
        assertThat(eventsOf("us", 250).get(0).createdAt()).isEqualTo(HAPPENED);
        assertThat(database.jdbc()
                        .sql("SELECT body FROM event")
                        .query((row, index) -> row.getBytes(1))
                        .single())
                .isEqualTo(CREATED);
        assertThat(program.getBean(Claims.class).claim("us", 8))
                .extracting(Claim::order)
                .containsExactly(250L);
    }

    @Test
    void acknowledgesARepeatedDeliveryWithoutASecondEvent() {
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
        assertThat(database.count("event")).isEqualTo(1);
        assertThat(database.count("delivery")).isEqualTo(1);
        assertThat(database.count("due_order")).isEqualTo(1);
    }

    @Test
    void takesEqualBytesForNewsOnlyWhereTheOrderWasReadSoonAfterTheEvent() {
        post("us", CREATED);
        CLOCK.set(HAPPENED.plusSeconds(9));
        work().posted(program.getBean(Claims.class).claim("us", 1).get(0));
        post("us", CREATED);
        CLOCK.set(HAPPENED.plusSeconds(10));
        List<Claim> again = program.getBean(Claims.class).claim("us", 1);
        assertThat(again).hasSize(1);
        work().posted(again.get(0));
        post("us", CREATED);
        assertThat(program.getBean(Claims.class).claim("us", 1)).isEmpty();
        assertThat(database.count("event")).isEqualTo(1);
    }

    @Test
    void keepsEqualBytesOfTwoStoresApart() {
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
        assertThat(post("any", CREATED).statusCode()).isEqualTo(200);
        assertThat(database.count("event")).isEqualTo(2);
        assertThat(database.count("due_order")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource
    void findsTheOrderOfEveryScope(String scope, String data) {
        assertThat(post("us", Envelopes.body(scope, data)).statusCode()).isEqualTo(200);
        assertThat(eventsOf("us", 250)).extracting(KeptEvent::scope).containsExactly(scope);
        assertThat(program.getBean(Claims.class).claim("us", 8))
                .extracting(Claim::order)
                .containsExactly(250L);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> findsTheOrderOfEveryScope() {
        String order = "{\"type\":\"order\",\"id\":250}";
        String transaction = "{\"type\":\"transaction\",\"order_id\":\"250\",\"transaction_id\":9}";
        String metafield = "{\"type\":\"metafield\",\"metafield_id\":9,\"resource_id\":\"250\"}";
        return Stream.of(
                        List.of("store/order/created", order),
                        List.of("store/order/updated", order),
                        List.of("store/order/archived", order),
                        List.of("store/order/statusUpdated", order),
                        List.of(
                                "store/order/statusUpdated",
                                "{\"type\":\"order\",\"id\":250,\"status\":"
                                        + "{\"previous_status_id\":7,\"new_status_id\":11}}"),
                        List.of(
                                "store/order/refund/created",
                                "{\"type\":\"order\",\"id\":250,\"refund\":{\"refund_id\":12}}"),
                        List.of("store/order/transaction/created", transaction),
                        List.of("store/order/transaction/updated", transaction),
                        List.of(
                                "store/order/message/created",
                                "{\"type\":\"order\",\"id\":250,\"message\":{\"order_message_id\":3}}"),
                        List.of("store/order/metafield/created", metafield),
                        List.of("store/order/metafield/updated", metafield),
                        List.of("store/order/metafield/deleted", metafield),
                        List.of("store/channel/3/order/created", "{\"order_id\":250}"),
                        List.of("store/channel/1/order/updated", "{\"order_id\":\"250\"}"),
                        List.of("store/channel/123456/order/statusUpdated", "{\"order_id\":250}"))
                .map(scope -> org.junit.jupiter.params.provider.Arguments.of(scope.get(0), scope.get(1)));
    }

    @Test
    void keepsTheStatusesAndTheRefundThatAnEventTells() {
        post(
                "us",
                Envelopes.body(
                        "store/order/statusUpdated",
                        "{\"id\":250,\"status\":{\"previous_status_id\":7,\"new_status_id\":11}}"));
        post("us", Envelopes.body("store/order/refund/created", "{\"id\":250,\"refund\":{\"refund_id\":12}}"));
        List<KeptEvent> events = eventsOf("us", 250);
        assertThat(events.get(0).previousStatus()).isEqualTo(7);
        assertThat(events.get(0).newStatus()).isEqualTo(11);
        assertThat(events.get(1).refund()).isEqualTo(12);
    }

    @Test
    void keepsAnotherScopesEventAsIgnored() {
        assertThat(post("us", Envelopes.body("store/product/updated", "{\"type\":\"product\",\"id\":250}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(dispositions()).containsExactly("ignored");
        assertThat(database.count("due_order")).isZero();
    }

    @Test
    void keepsWhatBigCommerceCouldNotDeliverAsIgnored() {
        byte[] body = Envelopes.body(
                "store/hook/deliveryException",
                "{\"type\":\"webhook\",\"id\":250,\"error_code\":90001,\"message\":\"will retry\"}");
        assertThat(post("us", body).statusCode()).isEqualTo(200);
        assertThat(dispositions()).containsExactly("ignored");
        assertThat(database.count("due_order")).isZero();
    }

    @Test
    void keepsAnotherProducersEventAsIgnored() {
        byte[] body = new String(CREATED, StandardCharsets.UTF_8)
                .replace("stores/abc123", "stores/other")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(post("us", body).statusCode()).isEqualTo(200);
        assertThat(dispositions()).containsExactly("ignored");
        assertThat(database.count("due_order")).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void keepsWhatItCannotReadAndCountsIt(String body) {
        double before = counted("ledger.bridge.webhooks", "kind", "unreadable");
        assertThat(post("us", body.getBytes(StandardCharsets.ISO_8859_1)).statusCode())
                .isEqualTo(200);
        assertThat(dispositions()).containsExactly("unreadable");
        assertThat(database.count("due_order")).isZero();
        assertThat(counted("ledger.bridge.webhooks", "kind", "unreadable")).isEqualTo(before + 1);
    }

    static Stream<String> keepsWhatItCannotReadAndCountsIt() {
        String envelope = "{\"producer\":\"stores/abc123\",\"scope\":\"store/order/created\",\"data\":";
        return Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "not JSON",
                "\0\1\2\u00ff",
                "{\"scope\":7.5e99999}",
                "[".repeat(60_000),
                envelope + "{}}",
                envelope + "{\"id\":\"two hundred\"}}",
                envelope + "{\"id\":-1}}",
                envelope + "{\"id\":0}}",
                envelope + "{\"id\":250.5}}",
                envelope + "{\"id\":99999999999999999999999}}");
    }

    /** None of these may become a failure for ever: BigCommerce would switch the hook off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"created_at\":99999999999999,\"scope\":\"store/order/updated\",\"data\":{\"id\":250}}",
                "{\"created_at\":9223372036854775807,\"scope\":\"store/order/updated\",\"data\":{\"id\":250}}",
                "{\"created_at\":-9999999999999,\"scope\":\"store/order/updated\",\"data\":{\"id\":250}}",
                "{\"created_at\":\"soon\",\"scope\":\"store/order/updated\",\"data\":{\"id\":250}}",
                "{\"scope\":\"store/order/updated\",\"data\":{\"id\":250}}",
                "{\"scope\":\"store/order/updated\",\"data\":{\"id\":250,\"status\":{\"new_status_id\":99999999999}}}"
            })
    void takesAnEventWhoseDetailsMakeNoSense(String rest) {
        String body = rest.replaceFirst("\\{", "{\"producer\":\"stores/abc123\",");
        assertThat(post("us", body.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 60_000})
    void takesAScopeOfAnyLength(int length) {
        String scope = "store/channel/" + "9".repeat(length) + "/order/created";
        assertThat(post("us", Envelopes.body(scope, "{\"order_id\":250}")).statusCode())
                .isEqualTo(200);
        assertThat(database.count("event")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void keepsNothingOfWhatIsNotSignedButACount(String name, String signature) {
        double before = counted("ledger.bridge.webhooks.forged", "store", "us");
        assertThat(send("us", CREATED, Map.of(name, signature)).statusCode()).isEqualTo(401);
        assertThat(database.count("event")).isZero();
        assertThat(database.count("delivery")).isZero();
        assertThat(database.count("due_order")).isZero();
        assertThat(counted("ledger.bridge.webhooks.forged", "store", "us")).isEqualTo(before + 1);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> keepsNothingOfWhatIsNotSignedButACount() {
        byte[] right = hmac(ReceivingProgram.SECRET, CREATED);
        String base64 = Base64.getEncoder().encodeToString(right);
        String hex = HexFormat.of().formatHex(right);
        byte[] flipped = right.clone();
        flipped[31] ^= 1;
        return Stream.of(
                        List.of("X-Other", base64),
                        List.of("X-BC-Signature", ""),
                        List.of("X-BC-Signature", "null"),
                        List.of("X-BC-Signature", base64.substring(0, 40)),
                        List.of("X-BC-Signature", base64.substring(0, 43) + "A"),
                        List.of("X-BC-Signature", hex.substring(0, 63)),
                        List.of("X-BC-Signature", hex.substring(0, 62)),
                        List.of("X-BC-Signature", hex + "00"),
                        List.of("X-BC-Signature", "sha256=" + hex),
                        List.of("X-BC-Signature", Base64.getEncoder().encodeToString(flipped)),
                        List.of("X-BC-Signature", HexFormat.of().formatHex(flipped)),
                        List.of("X-BC-Signature", Base64.getEncoder().encodeToString(hmac("another", CREATED))),
                        List.of("X-BC-Signature", Base64.getEncoder().encodeToString(new byte[0]) + "===="),
                        List.of("X-Ledger-Bridge", ReceivingProgram.SHARED_VALUE))
                .map(header -> org.junit.jupiter.params.provider.Arguments.of(header.get(0), header.get(1)));
    }

    @Test
    void takesABodysSignatureForNoOtherBody() {
        byte[] other = Envelopes.body("store/order/created", "{\"type\":\"order\",\"id\":251}");
        assertThat(send("us", other, signed(ReceivingProgram.SECRET, CREATED)).statusCode())
                .isEqualTo(401);
        assertThat(database.count("event")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"base64", "hex", "HEX"})
    void takesASignatureInEitherEncoding(String encoding) {
        byte[] hmac = hmac(ReceivingProgram.SECRET, CREATED);
        String hex = HexFormat.of().formatHex(hmac);
        String signature = switch (encoding) {
            case "base64" -> Base64.getEncoder().encodeToString(hmac);
            case "hex" -> hex;
            default -> hex.toUpperCase(Locale.ROOT);
        };
        assertThat(send("us", CREATED, Map.of("x-bc-signature", signature)).statusCode())
                .isEqualTo(200);
        assertThat(database.count("event")).isEqualTo(1);
    }

    /** The vector of Standard Webhooks' reference implementation. */
    @ParameterizedTest
    @CsvSource({
        "0, 200",
        "50, 200",
        "-50, 200",
        "51, 401",
        "-51, 401",
    })
    void takesStandardWebhooksWithinTheTolerance(int hoursLater, int status) {
        CLOCK.advance(Duration.ofHours(hoursLater));
        assertThat(send("std", CREATED, standard("v1,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc="))
                        .statusCode())
                .isEqualTo(status);
        assertThat(database.count("event")).isEqualTo(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1,AAAA v1,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc=|200",
                "v2,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc=|401",
                "7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc=|401",
                "v1,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8o|401",
                "v1,|401"
            })
    void takesAnyOfTheSignaturesThatStandardWebhooksLists(String signatures, int status) {
        assertThat(send("std", CREATED, standard(signatures)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void refusesStandardWebhooksWithoutAllThreeHeaders(String missing) {
        Map<String, String> headers =
                new java.util.HashMap<>(standard("v1,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc="));
        headers.remove(missing);
        assertThat(send("std", CREATED, headers).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"a-long-shared-value, 200", "a-long-shared-valu, 401", "A-LONG-SHARED-VALUE, 401", "'', 401"})
    void takesTheSharedHeader(String value, int status) {
        assertThat(send("shared", CREATED, Map.of("x-ledger-bridge", value)).statusCode())
                .isEqualTo(status);
    }

    @Test
    void takesAnyOfTheSchemesThatAStoreAllows() {
        assertThat(send("any", CREATED, Map.of("X-Ledger-Bridge", ReceivingProgram.SHARED_VALUE))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("any", CREATED).statusCode()).isEqualTo(200);
        assertThat(send("any", CREATED, Map.of()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "US", "u%73x", "%2e%2e"})
    void knowsNoOtherStore(String store) {
        assertThat(post(store, CREATED).statusCode()).isIn(400, 404);
        assertThat(database.count("event")).isZero();
    }

    @Test
    void goesByTheStoreInThePathAndNeverByAHeaderOrAQuery() {
        Map<String, String> headers = new java.util.HashMap<>(signed(ReceivingProgram.SECRET, CREATED));
        headers.put("store", "any");
        assertThat(send("us?store=any", CREATED, headers).statusCode()).isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
        assertThat(send("nowhere?store=us", CREATED, signed(ReceivingProgram.SECRET, CREATED))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesSixtyFourKibibytesAndNotAByteMore() {
        byte[] longest = Arrays.copyOf(CREATED, 64 * 1024);
        Arrays.fill(longest, CREATED.length, longest.length, (byte) ' ');
        assertThat(post("us", longest).statusCode()).isEqualTo(200);
        assertThat(post("us", Arrays.copyOf(longest, longest.length + 1)).statusCode())
                .isEqualTo(413);
        assertThat(post("us", new byte[65 * 1024]).statusCode()).isEqualTo(413);
        assertThat(database.count("event")).isEqualTo(1);
    }

    @Test
    void refusesALongBodyInChunksToo() {
        byte[] body = new byte[65 * 1024];
        assertThat(send(
                                "us",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                                signed(ReceivingProgram.SECRET, body))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesALongBodyHoweverThePathIsSpelled() {
        HttpResponse<byte[]> answer = request(
                "POST", "/%77ebhooks/bigcommerce/us", BodyPublishers.ofByteArray(new byte[65 * 1024]), Map.of());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void takesNothingButPosts(String method) {
        HttpResponse<byte[]> answer = request(
                method,
                "/webhooks/bigcommerce/us",
                BodyPublishers.ofByteArray(CREATED),
                signed(ReceivingProgram.SECRET, CREATED));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(database.count("event")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; charset=utf-16",
                "application/xml",
                "nonsense"
            })
    void takesABodyWhateverItsContentType(String type) {
        byte[] body = Envelopes.body("store/order/created", "{\"id\":250,\"note\":\"a=1&b=%41+ü\"}");
        Map<String, String> headers = new java.util.HashMap<>(signed(ReceivingProgram.SECRET, body));
        headers.put("Content-Type", type);
        assertThat(send("us", body, headers).statusCode()).isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
    }

    @Test
    void takesABodyInChunks() {
        assertThat(send(
                                "us",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(CREATED)),
                                signed(ReceivingProgram.SECRET, CREATED))
                        .statusCode())
                .isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
    }

    @Test
    void givesBackNoHeaderThatItWasSent() {
        Map<String, String> headers = new java.util.HashMap<>(signed(ReceivingProgram.SECRET, CREATED));
        headers.put("X-Ledger-Bridge", ReceivingProgram.SHARED_VALUE);
        assertThat(send("us", CREATED, headers).headers().map())
                .doesNotContainKeys("x-ledger-bridge", "x-bc-signature", "store");
        headers.put("X-BC-Signature", "wrong");
        HttpResponse<byte[]> refused = send("us", CREATED, headers);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().map()).doesNotContainKeys("x-ledger-bridge", "x-bc-signature", "store");
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void asksForAnotherTryWhileTheDatabaseIsAway() {
        watched.away(true);
        try {
            HttpResponse<byte[]> answer = post("us", CREATED);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEmpty();
        } finally {
            watched.away(false);
        }
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTO delivery", "INTO event", "UPDATE due_order", "INTO due_order", "commit"})
    void keepsAllOrNothing(String failing) {
        watched.fail(failing);
        try {
            assertThat(post("us", CREATED).statusCode()).isEqualTo(503);
        } finally {
            watched.fail(null);
        }
        assertThat(database.count("delivery")).isZero();
        assertThat(database.count("event")).isZero();
        assertThat(database.count("due_order")).isZero();
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
        assertThat(eventsOf("us", 250)).hasSize(1);
        assertThat(program.getBean(Claims.class).claim("us", 8)).hasSize(1);
    }

    @Test
    void needsAtMostFiveStatementsADelivery() {
        watched.executed();
        post("us", CREATED);
        assertThat(watched.executed()).as("new").hasSizeBetween(3, 5);
        post("us", CREATED);
        assertThat(watched.executed()).as("repeated").hasSizeBetween(1, 5);
        post("us", Envelopes.body("store/order/updated", "{\"id\":250}"));
        assertThat(watched.executed()).as("of a known order").hasSizeBetween(3, 5);
        post("us", Envelopes.body("store/product/updated", "{\"id\":250}"));
        assertThat(watched.executed()).as("ignored").hasSizeBetween(2, 5);
        send("us", CREATED, Map.of("X-BC-Signature", "wrong"));
        assertThat(watched.executed()).as("forged").isEmpty();
    }

    @Test
    void makesOneEventAndOneDueOrderOfADeliveryThatCameFiftyTimesAtOnce() throws Exception {
        AtomicInteger left = new AtomicInteger(50);
        List<List<Integer>> statuses = Together.run(8, () -> {
            List<Integer> mine = new java.util.ArrayList<>();
            while (left.getAndDecrement() > 0) {
                mine.add(post("us", CREATED).statusCode());
            }
            return mine;
        });
        assertThat(statuses.stream().flatMap(List::stream)).hasSize(50).containsOnly(200);
        assertThat(database.count("event")).isEqualTo(1);
        assertThat(database.count("delivery")).isEqualTo(1);
        assertThat(database.count("due_order")).isEqualTo(1);
        assertThat(program.getBean(Claims.class).claim("us", 8)).hasSize(1);
    }

    @Test
    void asksForAnotherTryWhileItsRouteIsStopped() throws Exception {
        CamelContext camel = program.getBean(CamelContext.class);
        camel.getRouteController().stopRoute("receive-webhook");
        try {
            assertThat(post("us", CREATED).statusCode()).isEqualTo(503);
        } finally {
            camel.getRouteController().startRoute("receive-webhook");
        }
        assertThat(post("us", CREATED).statusCode()).isEqualTo(200);
    }

    private List<KeptEvent> eventsOf(String store, long order) {
        return program.getBean(EventRows.class).last(store, order, 500);
    }

    private List<String> dispositions() {
        return database.jdbc()
                .sql("SELECT disposition FROM event")
                .query(String.class)
                .list();
    }

    private static OrderWork work() {
        return program.getBean(OrderWork.class);
    }

    private static double counted(String name, String tag, String value) {
        return program.getBean(MeterRegistry.class).find(name).tag(tag, value).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static HttpResponse<byte[]> post(String store, byte[] body) {
        return send(store, body, signed(ReceivingProgram.SECRET, body));
    }

    private static HttpResponse<byte[]> send(String store, byte[] body, Map<String, String> headers) {
        return send(store, BodyPublishers.ofByteArray(body), headers);
    }

    private static HttpResponse<byte[]> send(String store, BodyPublisher body, Map<String, String> headers) {
        return request("POST", "/webhooks/bigcommerce/" + store, body, headers);
    }

    private static HttpResponse<byte[]> request(
            String method, String path, BodyPublisher body, Map<String, String> headers) {
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, String> standard(String signatures) {
        return Map.of(
                "webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
                "webhook-timestamp", "1700000000",
                "webhook-signature", signatures);
    }

    static Map<String, String> signed(String secret, byte[] body) {
        return Map.of("X-BC-Signature", Base64.getEncoder().encodeToString(hmac(secret, body)));
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
