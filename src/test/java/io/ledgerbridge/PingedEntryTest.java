package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ping of a store with a posted entry, where X3 answers late, wrongly or not at all. */
@WholeProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PingedEntryTest {

    private static final String CREDENTIALS = "sage-x3-credentials";
    private static final String ENDPOINT = "sage-x3-endpoint";
    private static final String ENTRY = "sage-x3-entry";

    private ThreeStores stores;

    @BeforeAll
    void start() throws Exception {
        stores = ThreeStores.start(Map.of("sage-x3.request-timeout", "30s"));
        for (String store : ThreeStores.KEYS) {
            stores.await(store, stores.order(store), "posted");
        }
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @BeforeEach
    void well() {
        stores.bench().x3().faults().clear();
        Awaitility.await("what an earlier ping left under way")
                .until(() -> stores.bench().x3().statistics().underWay() == 0);
        stores.bench().x3().statistics().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void looksUpOneAfterTheOther(String store) throws Exception {
        Map<String, JsonNode> checks = ping(store);

        for (String name : new String[] {CREDENTIALS, ENDPOINT, ENTRY}) {
            assertThat(isOk(checks, name)).as(name).isTrue();
        }
        assertThat(new ArrayList<>(checks.keySet())).last().isEqualTo(ENTRY);
        assertThat(stores.bench().x3().statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(2);
        assertThat(stores.bench().x3().statistics().mostUnderWay())
                .as("beside the call without credentials")
                .isLessThanOrEqualTo(2);
    }

    /** Api1 finds an entry by one call and shows it by another. */
    @Test
    void tellsWhatWasAnsweredBeforeTheEntryAndThatTheEntryWasNot() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        stores.bench()
                .x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.DETAILS ? Fault.none().after(ended) : Fault.none());

        Map<String, JsonNode> checks = ping("eu");
        ended.complete(null);

        assertThat(isOk(checks, CREDENTIALS)).isTrue();
        assertThat(isOk(checks, ENDPOINT)).isTrue();
        assertThat(isOk(checks, ENTRY)).isFalse();
        assertThat(detail(checks, ENTRY)).isEqualTo("no answer in time");
    }

    @Test
    void asksForNoEntryWhereX3FailsBefore() throws Exception {
        stores.bench().x3().faults().next(Call.Kind.LOOK_UP, Fault.of(Fault.Way.UNAVAILABLE));

        Map<String, JsonNode> checks = ping("us");

        assertThat(isOk(checks, ENDPOINT)).isFalse();
        assertThat(isOk(checks, ENTRY)).isFalse();
        assertThat(detail(checks, ENTRY)).startsWith("not compared: ").contains("HTTP 503");
        assertThat(stores.bench().x3().statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(1);
    }

    private Map<String, JsonNode> ping(String store) throws Exception {
        Map<String, JsonNode> checks = new LinkedHashMap<>();
        new ObjectMapper()
                .readTree(stores.bench()
                        .post("/api/stores/" + store + "/ping", "")
                        .body())
                .path("checks")
                .forEach(check -> checks.put(check.path("name").asText(), check));
        return checks;
    }

    private static boolean isOk(Map<String, JsonNode> checks, String name) {
        assertThat(checks).containsKey(name);
        return Objects.requireNonNull(checks.get(name)).path("ok").asBoolean();
    }

    private static String detail(Map<String, JsonNode> checks, String name) {
        return Objects.requireNonNull(checks.get(name)).path("detail").asText();
    }
}
