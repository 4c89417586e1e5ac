package io.ledgerbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WebhookGateTest {

    private final CamelContext camel = new DefaultCamelContext();
    private final WebhookGate gate = new WebhookGate(camel);

    @BeforeEach
    void addRoute() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:receive-webhook").routeId("receive-webhook").to("log:received");
            }
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void asksForAnotherTryBeforeTheRoutesAreThere() {
        assertThat(passing(new WebhookGate(new DefaultCamelContext()), "/webhooks/bigcommerce/us"))
                .isEqualTo(503);
    }

    @Test
    void asksForAnotherTryBeforeTheRoutesAreStarted() {
        assertThat(passing(gate, "/webhooks/bigcommerce/us")).isEqualTo(503);
    }

    @Test
    void letsADeliveryPassOnceTheRouteIsStarted() {
        camel.start();
        assertThat(passing(gate, "/webhooks/bigcommerce/us")).isEqualTo(200);
    }

    @Test
    void asksForAnotherTryWhileTheRouteIsStoppedOrSuspended() throws Exception {
        camel.start();
        camel.getRouteController().suspendRoute("receive-webhook");
        assertThat(passing(gate, "/webhooks/bigcommerce/us")).isEqualTo(503);
        camel.getRouteController().stopRoute("receive-webhook");
        assertThat(passing(gate, "/webhooks/bigcommerce/us")).isEqualTo(503);
    }

    @Test
    void asksForAnotherTryOnceTheProgramCloses() {
        camel.start();
        close();
        assertThat(passing(gate, "/webhooks/bigcommerce/us")).isEqualTo(503);
    }

    @Test
    void closesNoSoonerThanTheDeliveryThatHasPassedIsDone() throws Exception {
        camel.start();
        CountDownLatch passed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> delivery = CompletableFuture.runAsync(() -> deliver(passed, done));
        passed.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(this::close);
        Awaitility.await().until(() -> passing(gate, "/webhooks/bigcommerce/us") == 503);
        assertThat(closing).isNotDone();
        done.countDown();
        assertThat(CompletableFuture.allOf(delivery, closing)).succeedsWithin(Duration.ofSeconds(30));
    }

    private void deliver(CountDownLatch passed, CountDownLatch done) {
        try {
            gate.doFilter(
                    new MockHttpServletRequest("POST", "/webhooks/bigcommerce/us"),
                    new MockHttpServletResponse(),
                    (request, response) -> {
                        passed.countDown();
                        Awaitility.await().forever().until(() -> done.getCount() == 0);
                    });
        } catch (IOException | ServletException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void close() {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            gate.onApplicationEvent(new ContextClosedEvent(context));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/bigcommerce/us", "/%77ebhooks/bigcommerce/us", "/webhooks;a=b/bigcommerce/us"})
    void standsBeforeEverySpellingOfItsPath(String path) {
        assertThat(passing(gate, path)).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/stores", "/webhooks-of-another", "/actuator/health/liveness"})
    void leavesOtherPathsAlone(String path) {
        assertThat(passing(gate, path)).isEqualTo(200);
    }

    @Test
    void handsTheBodyOnAsPlainBytes() throws Exception {
        camel.start();
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/bigcommerce/us");
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(new byte[] {'a', '=', (byte) 0xff, 0});
        MockFilterChain chain = new MockFilterChain();
        gate.doFilter(request, new MockHttpServletResponse(), chain);
        var passed = Objects.requireNonNull(chain.getRequest());
        assertThat(passed.getContentType()).isEqualTo("application/octet-stream");
        assertThat(passed.getInputStream().readAllBytes()).containsExactly('a', '=', 0xff, 0);
    }

    private static int passing(WebhookGate gate, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        try {
            gate.doFilter(request, response, chain);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
