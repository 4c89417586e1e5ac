package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.sandbox.bigcommerce.Hook;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The webhooks of two stores, in the whole program. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class RegisterHooksRouteTest {

    private static final String OFTEN = "200ms";
    private static final String SELDOM = "15m";
    private static final int NEEDED = 8;
    private static final Token EU = Bench.token("eu");

    private static Bench often;

    @BeforeAll
    static void start() throws IOException {
        often = start(OFTEN, Map.of());
    }

    @AfterAll
    static void stop() {
        often.close();
    }

    @Test
    void registersWhatEachStoreNeedsOnceAndWithItsSharedHeader() throws Exception {
        try (Bench bench = start(OFTEN, Map.of())) {
            awaitAll(bench.store(), Bench.TOKEN);
            awaitAll(bench.store("eu"), EU);
            awaitLooks(bench, 10);

            assertThat(ours(bench.store(), Bench.TOKEN))
                    .hasSize(NEEDED)
                    .extracting(Hook::destination)
                    .containsOnly(bench.uri("/webhooks/bigcommerce/us"));
            assertThat(ours(bench.store(), Bench.TOKEN))
                    .extracting(Hook::headers)
                    .containsOnly(Map.of("X-Ledger-Bridge", "us-secret"));
            assertThat(ours(bench.store("eu"), EU))
                    .hasSize(NEEDED)
                    .extracting(Hook::destination)
                    .containsOnly(bench.uri("/webhooks/bigcommerce/eu"));
            assertThat(ours(bench.store("eu"), EU)).extracting(Hook::headers).containsOnly(Map.of());
            assertThat(bench.shop().calls("POST", ".*/v3/hooks")).isEqualTo(2 * NEEDED);
            assertThat(bench.shop().calls("(PUT|DELETE)", ".*")).isZero();
        }
    }

    @Test
    void switchesOnAgainWhatBigCommerceSwitchedOff() throws Exception {
        awaitAll(often.store(), Bench.TOKEN);
        Hook hook = ours(often.store(), Bench.TOKEN).get(0);

        often.store().hooks().switchOff(hook.id());

        awaitAll(often.store(), Bench.TOKEN);
        assertThat(ours(often.store(), Bench.TOKEN))
                .hasSize(NEEDED)
                .extracting(Hook::id)
                .contains(hook.id());
    }

    @Test
    void looksAtOnceWhenBigCommerceSaysThatItCouldNotDeliver() throws Exception {
        try (Bench bench = start(SELDOM, Map.of("ledger-bridge.stores.us.bigcommerce.signature", "x-bc-signature"))) {
            awaitAll(bench.store(), Bench.TOKEN);
            Hook hook = ours(bench.store(), Bench.TOKEN).get(0);
            bench.store().hooks().switchOff(hook.id());
            bench.bean(JdbcClient.class)
                    .sql("UPDATE timed_lock SET ends_at = ends_at - INTERVAL '1' MINUTE")
                    .update();

            assertThat(bench.deliver("""
                            {"producer": "stores/abc123", "hash": "00", "created_at": 1551822011, "store_id": "1",
                             "scope": "store/hook/deliveryException",
                             "data": {"type": "webhook", "id": 1, "error_code": 90002, "message": "gave up"}}""")).isEqualTo(200);

            awaitAll(bench.store(), Bench.TOKEN);
            assertThat(bench.get("/actuator/prometheus", "text/plain").body())
                    .contains("ledger_bridge_webhooks_undelivered_total{code=\"90002\",store=\"us\"} 1");
        }
    }

    @Test
    void onlyLooksWhereItIsNotToRegister() throws Exception {
        try (Bench bench = start(OFTEN, Map.of("ledger-bridge.hooks.register", "false"))) {
            awaitLooks(bench, 4);
            assertThat(bench.shop().calls("(POST|PUT)", ".*/v3/hooks.*")).isZero();
            assertThat(bench.bean(Hooks.class).state("us").orElseThrow().lacking())
                    .hasSize(NEEDED);
            assertThat(bench.get("/actuator/health/readiness", "application/json")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsOneScopesRefusalFromTheOthersAndTriesItAgain() throws Exception {
        awaitAll(often.store("eu"), EU);
        often.shop()
                .misbehave(request ->
                        request.method().equals("PUT") && request.body().contains("eu")
                                ? Optional.of(Misbehaviour.error(422))
                                : Optional.empty());
        ours(often.store("eu"), EU).forEach(hook -> often.store("eu").hooks().switchOff(hook.id()));
        ours(often.store(), Bench.TOKEN).forEach(hook -> often.store().hooks().switchOff(hook.id()));

        awaitAll(often.store(), Bench.TOKEN);
        Awaitility.await().until(() -> often.shop().calls("PUT", ".*/eu123/v3/hooks/.*") >= 2 * NEEDED);

        assertThat(often.bean(Hooks.class).state("eu").orElseThrow().lacking()).hasSize(NEEDED);
        assertThat(often.get("/actuator/health/readiness", "application/json").statusCode())
                .isEqualTo(200);
        often.shop().behave();
        awaitAll(often.store("eu"), EU);
    }

    private static Bench start(String interval, Map<String, String> others) throws IOException {
        return Bench.start(settings(interval, others), List.of("eu"));
    }

    private static Map<String, String> settings(String interval, Map<String, String> others) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", Integer.toString(port));
        settings.put("ledger-bridge.public-url", "http://localhost:" + port);
        settings.put("ledger-bridge.hooks.check-interval", interval);
        settings.put("ledger-bridge.stores.us.bigcommerce.signature", "shared-header");
        settings.put("ledger-bridge.stores.us.bigcommerce.shared-header.name", "X-Ledger-Bridge");
        settings.put("ledger-bridge.stores.us.bigcommerce.shared-header.value", "us-secret");
        settings.putAll(others);
        return settings;
    }

    /** All but the one that the bench itself has made. */
    private static List<Hook> ours(Store store, Token token) {
        return store.hooks().of(token).stream()
                .filter(hook -> !hook.scope().endsWith("*"))
                .toList();
    }

    private static void awaitAll(Store store, Token token) {
        Awaitility.await()
                .until(() -> ours(store, token).stream().filter(Hook::active).count() == NEEDED);
    }

    private static void awaitLooks(Bench bench, int more) {
        long looks = bench.shop().calls("GET", ".*/v3/hooks");
        Awaitility.await().until(() -> bench.shop().calls("GET", ".*/v3/hooks") >= looks + more);
    }
}
