package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever Camel stops of what the routes send to, the next order is posted by each interface, and a ping is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class StoppedEndpointsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MORE_THAN_CAMEL_KEEPS = 1_100;

    private ThreeWays stores;
    private CamelContext camel;

    @BeforeAll
    void start() {
        stores = ThreeWays.start(Map.of());
        camel = stores.bench().bean(CamelContext.class);
    }

    @BeforeEach
    void useAll() throws Exception {
        posts();
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @Test
    void postsWhenEveryEndpointThatIsSentToWasStoppedAndRemoved() throws Exception {
        List<Endpoint> all = camel.getEndpoints().stream()
                .filter(endpoint -> !isConsumed(endpoint))
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(9);
        for (Endpoint endpoint : all) {
            camel.removeEndpoint(endpoint);
            endpoint.stop();
        }
        posts();
    }

    @Test
    void postsWhenEveryProducersComponentWasStopped() throws Exception {
        for (String name : Set.of("http", "https", "graphql")) {
            camel.getComponent(name).stop();
            camel.getComponent(name).start();
        }
        posts();
    }

    @Test
    void postsWhenEveryEndpointWasEvicted() throws Exception {
        Endpoint shop = camel.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().contains("bigcommerce-us"))
                .findFirst()
                .orElseThrow();
        for (int number = 0; number < MORE_THAN_CAMEL_KEEPS; number++) {
            camel.getEndpoint("direct:nobody-" + number);
        }
        camel.getEndpointRegistry().cleanUp();
        assertThat(camel.getEndpoints()).doesNotContain(shop);
        posts();
    }

    private boolean isConsumed(Endpoint endpoint) {
        return camel.getRoutes().stream().anyMatch(route -> route.getEndpoint() == endpoint);
    }

    private void posts() throws Exception {
        stores.post(2, PATIENCE);
        for (String store : ThreeWays.STORES) {
            JsonNode answer = new ObjectMapper()
                    .readTree(stores.bench()
                            .post("/api/stores/" + store + "/ping", "{}")
                            .body());
            assertThat(answer.path("checks"))
                    .filteredOn(check -> check.path("name").asText().startsWith("sage-x3"))
                    .allMatch(check -> check.path("ok").asBoolean(), answer.toString());
        }
    }
}
