package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** A route that a person stops is no fault; one that fails to start is, and so is the want of the one for deliveries. */
class RoutesHealthTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RoutesHealth health =
            new RoutesHealth(new RouteStates(camel, meters), Mockito.mock(MissedTurns.class));

    @BeforeEach
    void start() throws Exception {
        add("receive-webhook", "direct:deliveries");
        add("sweep-orders", "direct:sweep");
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void add(String id, String from) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId(id).to("log:" + id + "?level=OFF");
            }
        });
    }

    @Test
    void isUpWhileAllRun() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(routes("started")).isEqualTo(2);
        assertThat(routes("stopped")).isZero();
    }

    @Test
    void isUpAndNamesARouteThatAPersonHasStopped() throws Exception {
        camel.getRouteController().stopRoute("sweep-orders");

        Health now = health.health();

        assertThat(now.getStatus()).isEqualTo(Status.UP);
        assertThat(now.getDetails()).containsEntry("stoppedByAPerson", List.of("sweep-orders"));
        assertThat(routes("stopped")).isEqualTo(1);
    }

    @Test
    void isDownWhileNobodyTakesDeliveries() throws Exception {
        camel.getRouteController().stopRoute("receive-webhook");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        camel.getRouteController().startRoute("receive-webhook");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereTheRouteForDeliveriesIsGone() throws Exception {
        camel.getRouteController().stopRoute("receive-webhook");
        camel.removeRoute("receive-webhook");

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhereARouteFailsToStart() throws Exception {
        camel.getRouteController().stopRoute("sweep-orders");
        add("in-its-way", "direct:sweep");
        assertThatThrownBy(() -> camel.getRouteController().startRoute("sweep-orders"))
                .isInstanceOf(Exception.class);

        Health now = health.health();

        assertThat(now.getStatus()).isEqualTo(Status.DOWN);
        assertThat(now.getDetails()).containsEntry("failed", List.of("sweep-orders"));
        assertThat(routes("failed")).isEqualTo(1);
    }

    private double routes(String state) {
        return meters.get("ledger.bridge.routes").tag("state", state).gauge().value();
    }
}
