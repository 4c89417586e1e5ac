package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Folder;
import io.ledgerbridge.sandbox.sagex3.OAuth2;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store that logs in by OAuth2: its pairing, its tokens, and what happens when X3 takes them no more. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class PairingTest {

    private static Bench bench;
    private int deadOnesBefore;

    @BeforeAll
    static void start() {
        Map<String, String> settings = Bench.byOAuth2();
        settings.put("ledger-bridge.drain.workers", "1");
        bench = Bench.start(settings);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    /** As if the store had never been paired. */
    @BeforeEach
    void unpaired() {
        bench.x3().faults().clear();
        OAuth2 oauth2 = bench.x3().oauth2();
        oauth2.callbackByGet = false;
        oauth2.endpointInCallback = "";
        oauth2.refusalStatus = 400;
        oauth2.plainText401 = false;
        oauth2.unknownClientStatus = 401;
        oauth2.accessTokensLast = Duration.ofMinutes(5);
        oauth2.forgetPairings();
        oauth2.expireAccessTokens();
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        for (String table : List.of("x3_login", "x3_pairing", "credential", "connection_trouble")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        deadOnesBefore = oauth2.deadRefreshTokensUsed();
        bench.x3().statistics().clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pairsByTheCallbackThatX3Sends(boolean byGet) throws Exception {
        bench.x3().oauth2().callbackByGet = byGet;
        bench.x3().oauth2().endpointInCallback = "SEED";

        HttpResponse<String> answer = bench.pair();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Store us is paired");
        bench.await(placed().id(), "posted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void usesTheEndpointOfTheCallbackFromThenOn(boolean byGet) throws Exception {
        bench.x3().oauth2().callbackByGet = byGet;
        bench.x3().oauth2().endpointInCallback = "NOWHERE";
        assertThat(bench.pair().statusCode()).isEqualTo(200);

        JsonNode parked = bench.await(placed().id(), "parked");
        assertThat(parked.path("detail").asText()).contains("NOWHERE");
        assertThat(endpoint()).isEqualTo("NOWHERE");

        bench.x3().oauth2().endpointInCallback = bench.x3().url() + "/v1/service/SEED";
        assertThat(bench.pair().statusCode()).isEqualTo(200);
        bench.await(placed().id(), "posted");
        assertThat(endpoint()).isEqualTo("SEED");
    }

    @Test
    void usesTheSettingsEndpointAgainOnceAPairingNamesNone() throws Exception {
        bench.x3().oauth2().endpointInCallback = "NOWHERE";
        bench.pair();
        bench.await(placed().id(), "parked");

        bench.x3().oauth2().endpointInCallback = "";
        bench.pair();

        bench.await(placed().id(), "posted");
    }

    @Test
    void createsNothingInAFolderThatThePairingNamesWhileTheOneBeforeMayHaveIt() throws Exception {
        bench.x3().ledger().with(Folder.sample("OTHER"));
        bench.pair();
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.CREATE ? Fault.of(Fault.Way.DONE_THEN_CLOSED) : Fault.none());
        ShopOrder order = placed();
        Awaitility.await()
                .until(() -> !bench.x3().statistics().creates("BC" + order.id()).isEmpty());

        bench.x3().oauth2().endpointInCallback = "OTHER";
        assertThat(bench.pair().statusCode()).isEqualTo(200);

        JsonNode parked = bench.await(order.id(), "parked");
        assertThat(parked.path("reason").asText()).isEqualTo("folder-changed");
        assertThat(parked.path("detail").asText()).contains("|SEED", "|OTHER");
        assertThat(bench.x3().ledger().entries("OTHER")).isEmpty();
    }

    @Test
    void goesOnWithASecretThatWasMendedAndRepeatsNone() throws Exception {
        bench.pair();
        bench.x3().oauth2().unknownClientStatus = 400;
        bench.x3().oauth2().expireAccessTokens();
        putClientSecret("a-wrong-one");
        ShopOrder order = placed();
        Awaitility.await().until(() -> health().path("status").asText().equals("DOWN"));
        assertThat(health().toString())
                .contains("Unknown client or wrong secret")
                .doesNotContain("a-wrong-one");

        putClientSecret(Access.CLIENT_SECRET);

        bench.await(order.id(), "posted");
        assertThat(bench.json("/api/audit?store=us&order=" + order.id()).toString())
                .contains("needs-pairing")
                .doesNotContain("a-wrong-one");
    }

    @Test
    void goesOnWithTheSettingsTokenWhereThereWasNone() throws Exception {
        try (Bench another = Bench.start(Bench.byOAuth2())) {
            ShopOrder order = another.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            another.store().pay(order.id());
            another.deliver();
            JdbcClient jdbc = another.bean(JdbcClient.class);
            Awaitility.await()
                    .until(() -> jdbc.sql("SELECT count(*) FROM x3_login WHERE needs_pairing_since IS NOT NULL")
                                    .query(Long.class)
                                    .single()
                            == 1);

            another.restart(Map.of(
                    "ledger-bridge.stores.us.sage-x3.auth.refresh-token",
                    another.x3().oauth2().issueRefreshToken()));

            another.await(order.id(), "posted");
        }
    }

    /** The store would wait for an hour; a ping asks for a token, too. */
    @Test
    void goesOnWhenAPingFindsThatTheSettingsAreMended() throws Exception {
        Map<String, String> settings = Bench.byOAuth2();
        settings.put("ledger-bridge.retry.initial-delay", "1h");
        settings.put("ledger-bridge.stores.us.sage-x3.auth.refresh-token", "a-dead-one");
        try (Bench another = Bench.start(settings)) {
            ShopOrder order = another.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            another.store().pay(order.id());
            another.deliver();
            Awaitility.await()
                    .until(() -> another.json("/api/audit?store=us&order=" + order.id())
                            .toString()
                            .contains("needs-pairing"));
            another.restart(Map.of(
                    "ledger-bridge.stores.us.sage-x3.auth.refresh-token",
                    another.x3().oauth2().issueRefreshToken()));
            assertThat(another.json("/actuator/health").path("status").asText()).isEqualTo("DOWN");
            assertThat(another.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(1);

            another.post("/api/stores/us/ping", "");

            another.await(order.id(), "posted");
            assertThat(another.json("/actuator/health").path("status").asText()).isEqualTo("UP");
            assertThat(another.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(2);
        }
    }

    private static void putClientSecret(String secret) throws Exception {
        assertThat(bench.send(
                                "PUT",
                                "/api/stores/us/credentials/sage-x3.client-secret",
                                "{\"value\":\"%s\"}".formatted(secret))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example/v1", "a/../b", "x y"})
    void takesNoEndpointOfAnotherHost(String endpoint) throws Exception {
        bench.x3().oauth2().endpointInCallback = endpoint;

        assertThat(bench.pair().statusCode()).isEqualTo(400);
        assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isZero();
    }

    @Test
    void takesAStateOnceAndForTenMinutesAndForItsStoreAlone() throws Exception {
        OAuth2.Callback callback = approved();
        Map<String, String> other = new HashMap<>(callback.fields());
        other.put("state", "made-up");
        assertThat(bench.callback(new OAuth2.Callback("POST", callback.uri(), other))
                        .statusCode())
                .isEqualTo(400);
        String elsewhere = callback.uri().replace("/us/", "/nowhere/");
        assertThat(bench.callback(new OAuth2.Callback("POST", elsewhere, callback.fields()))
                        .statusCode())
                .isEqualTo(404);

        assertThat(bench.callback(callback).statusCode()).isEqualTo(200);
        assertThat(bench.callback(callback).statusCode()).isEqualTo(400);

        OAuth2.Callback late = approved();
        bench.bean(JdbcClient.class)
                .sql("UPDATE x3_pairing SET ends_at = CURRENT_TIMESTAMP")
                .update();
        assertThat(bench.callback(late).statusCode()).isEqualTo(400);
    }

    @Test
    void sendsAnAdminToX3sPage() throws Exception {
        URI page = URI.create(bench.get("/oauth2/sage-x3/us/authorize", "*/*")
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(page.toString()).startsWith(bench.x3().url() + "/v1/token/authorise?scope=all&response_type=code");
        assertThat(page.getRawQuery())
                .contains("client_id=" + Access.CLIENT_ID)
                .contains("redirect_uri=http%3A%2F%2Fbridge.invalid%2Foauth2%2Fsage-x3%2Fus%2Fcallback")
                .containsPattern("state=[A-Za-z0-9_-]{43}")
                .doesNotContain("secret");
    }

    static List<Fault> refusals() {
        return List.of(Fault.of(Fault.Way.UNAUTHORISED), Fault.of(Fault.Way.INVALID_TOKEN));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refreshesOnceAndRepeatsOnceWhereX3RefusesTheToken(Fault how) throws Exception {
        bench.pair();
        bench.await(placed().id(), "posted");
        int tokens = bench.x3().statistics().requests(Call.Kind.TOKEN);

        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        bench.x3().faults().nextCreates(how);
        bench.deliver();
        bench.await(order.id(), "posted");

        assertThat(bench.x3().statistics().creates("BC" + order.id())).hasSize(2);
        assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(tokens + 1);
        assertThat(bench.json("/api/audit?store=us&order=" + order.id()).toString())
                .doesNotContain("order-postponed", "order-retried");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWhereX3HasForgottenTheTokenAtALookUp(boolean plainText) throws Exception {
        bench.x3().oauth2().plainText401 = plainText;
        bench.pair();
        bench.x3().oauth2().expireAccessTokens();

        ShopOrder order = placed();
        bench.await(order.id(), "posted");

        assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(2);
        assertThat(deadOnesUsed()).isZero();
    }

    @Test
    void keepsEachNewRefreshTokenBeforeItUsesTheAccessToken() throws Exception {
        bench.x3().oauth2().accessTokensLast = Duration.ofMillis(1);
        Credentials credentials = bench.bean(Credentials.class);
        Queue<Boolean> live = new ConcurrentLinkedQueue<>();
        bench.x3().faults().decide(call -> {
            if (call.kind() != Call.Kind.TOKEN) {
                String kept = credentials
                        .find("us", CredentialName.SAGE_X3_REFRESH_TOKEN)
                        .orElse("none");
                live.add(bench.x3().oauth2().isLive(kept));
            }
            return Fault.none();
        });
        bench.x3().oauth2().accessTokensLast = Duration.ofSeconds(1);
        bench.pair();
        for (int order = 0; order < 3; order++) {
            bench.x3().oauth2().expireAccessTokens();
            bench.await(placed().id(), "posted");
        }

        assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isGreaterThan(3);
        assertThat(live).isNotEmpty().containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void waitsForAPersonWhereTheRefreshIsRefusedAndGoesOnAtOnceWhenPaired(int status) throws Exception {
        bench.pair();
        bench.await(placed().id(), "posted");
        bench.x3().oauth2().refusalStatus = status;
        bench.x3().oauth2().forgetPairings();
        bench.x3().oauth2().expireAccessTokens();

        ShopOrder order = placed();
        Awaitility.await().until(() -> health().path("status").asText().equals("DOWN"));

        assertThat(health().path("components")
                        .path("pairings")
                        .path("details")
                        .path("us")
                        .path("state")
                        .asText())
                .isEqualTo("needs-pairing");
        assertThat(bench.get("/actuator/health/readiness", "application/json").statusCode())
                .isEqualTo(200);
        assertThat(bench.order(order.id()).path("state").asText()).isIn("waiting", "posting");
        int asked = bench.x3().statistics().requests(Call.Kind.TOKEN);

        assertThat(bench.pair().statusCode()).isEqualTo(200);

        bench.await(order.id(), "posted");
        assertThat(attempts(order.id())).isZero();
        assertThat(bench.json("/api/audit?store=us&order=" + order.id()).toString())
                .contains("needs-pairing")
                .doesNotContain("order-retried");
        assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(asked + 1);
        assertThat(deadOnesUsed()).as("the one that X3 had forgotten").isEqualTo(1);
        assertThat(health().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void aStoredRefreshTokenReleasesTheOrdersToo() throws Exception {
        ShopOrder order = placed();
        Awaitility.await().until(() -> health().path("status").asText().equals("DOWN"));

        String token = bench.x3().oauth2().issueRefreshToken();
        assertThat(bench.send(
                                "PUT",
                                "/api/stores/us/credentials/sage-x3.refresh-token",
                                "{\"value\":\"" + token + "\"}")
                        .statusCode())
                .isEqualTo(204);

        bench.await(order.id(), "posted");
        assertThat(attempts(order.id())).isZero();
    }

    @Test
    void tellsNobodyButWhoLogsInWhatIsWrong() throws Exception {
        HttpResponse<String> open = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(bench.uri("/actuator/health")).build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body()).doesNotContain("components");
        assertThat(health().has("components")).isTrue();
    }

    private static String endpoint() throws Exception {
        return bench.json("/api/stores").path(0).path("endpoint").asText();
    }

    private OAuth2.Callback approved() throws Exception {
        return bench.x3()
                .oauth2()
                .approve(bench.get("/oauth2/sage-x3/us/authorize", "*/*")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
    }

    private int deadOnesUsed() {
        return bench.x3().oauth2().deadRefreshTokensUsed() - deadOnesBefore;
    }

    private JsonNode health() throws Exception {
        return bench.json("/actuator/health");
    }

    private int attempts(long order) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT attempts FROM due_order WHERE order_id = :order")
                .param("order", order)
                .query(Integer.class)
                .single();
    }

    private ShopOrder placed() {
        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        bench.deliver();
        return order;
    }
}
