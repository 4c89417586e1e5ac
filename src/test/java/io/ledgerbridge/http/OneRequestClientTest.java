package io.ledgerbridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class OneRequestClientTest {

    private static final String DOWN = "left alone";
    private static final int CALLS = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.createContext("/text", exchange -> {
            byte[] text = "text".repeat(1000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.createContext("/odd", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "zstd");
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        server.createContext("/kept", exchange -> {
            asked.set(String.valueOf(exchange.getRequestHeaders().getFirst("Cache-Control")));
            exchange.getResponseHeaders().set("Age", exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/drop-by-drop", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!over.await(100, TimeUnit.MILLISECONDS)) {
                    body.write('.');
                    body.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void endsACallWhoseAnswerComesDropByDrop() throws IOException {
        try (CloseableHttpClient client =
                OneRequestClient.with("Sage X3", Duration.ofSeconds(1), AnswerLimits.DEFAULT)) {
            assertThatThrownBy(() ->
                            client.execute(get("/drop-by-drop"), reply -> EntityUtils.toString(reply.getEntity())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSentException.class);
        }
    }

    /** A timer a call, for as long as a call may take, would add up to all the calls of two minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/text"})
    void keepsNoTimerOfACallThatHasEnded(String path) throws Exception {
        long before = timers();
        try (CloseableHttpClient client = OneRequestClient.with("Sage X3", Duration.ofHours(1), AnswerLimits.DEFAULT)) {
            for (int call = 0; call < CALLS; call++) {
                client.execute(get(path), reply -> {
                    EntityUtils.consume(reply.getEntity());
                    return reply.getCode();
                });
            }
            ClassicHttpResponse closed = client.executeOpen(null, get(path), null);
            closed.close();
            server.stop(0);
            assertThatThrownBy(() -> client.execute(get(path), HttpResponse::getCode))
                    .isInstanceOf(IOException.class);
        }
        assertThat(timers() - before).isLessThan(CALLS / 4);
    }

    /** Of this kind; the JVM's own list of what is on the heap after a full collection. Others schedule other kinds. */
    private static long timers() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .filter(line -> line.contains("CompletableFuture$Timeout "))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+", 3)[1]))
                .sum();
    }

    @Test
    void sendsNothingMoreToAServerThatFailedTooOften() throws IOException {
        status.set(503);
        try (CloseableHttpClient client = guarded()) {
            for (int call = 0; call < 4; call++) {
                assertThat(call(client)).isEqualTo(503);
            }
            assertThatThrownBy(() -> call(client)).isInstanceOf(Fault.class).hasMessage(DOWN);
            assertThat(requests).hasValue(4);
        }
    }

    @Test
    void takesARefusalForNoFailure() throws IOException {
        status.set(400);
        try (CloseableHttpClient client = guarded()) {
            for (int call = 0; call < 20; call++) {
                assertThat(call(client)).isEqualTo(400);
            }
        }
    }

    /** An order that always gets such an answer must not keep its store's others waiting. */
    @Test
    void takesAnAnswerThatNobodyCanReadForNoFailure() throws IOException {
        try (CloseableHttpClient client = guarded()) {
            for (int call = 0; call < 20; call++) {
                assertThatThrownBy(() -> client.execute(get("/odd"), HttpResponse::getCode))
                        .isInstanceOf(UnreadableAnswer.class);
            }
            assertThat(call(client)).isEqualTo(200);
        }
    }

    @Test
    void letsAnAnswerThatNobodyCanReadEndTheWaitForOneThatWasDown() throws IOException {
        CircuitBreaker breaker = CircuitBreaker.of(
                "x3",
                CircuitBreakerConfig.custom()
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        try (CloseableHttpClient client = guarded(breaker)) {
            assertThatThrownBy(() -> client.execute(get("/odd"), HttpResponse::getCode))
                    .isInstanceOf(UnreadableAnswer.class);
        }
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "86400", "-1", "yesterday"})
    void takesNoAnswerThatWasKeptInACache(String age) throws IOException {
        try (CloseableHttpClient client = guarded()) {
            assertThatThrownBy(() -> client.execute(get("/kept?" + age), HttpResponse::getCode))
                    .isInstanceOf(UnreadableAnswer.class)
                    .hasMessageContaining("Age: " + age);
            assertThat(asked.get()).isEqualTo("no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00"})
    void takesAnAnswerThatACacheHasJustFetched(String age) throws IOException {
        try (CloseableHttpClient client = guarded()) {
            assertThat((int) client.execute(get("/kept?" + age), HttpResponse::getCode))
                    .isEqualTo(200);
        }
    }

    @Test
    void countsAServerThatCanNotBeReachedAsOneThatFails() throws IOException {
        server.stop(0);
        try (CloseableHttpClient client = guarded()) {
            for (int call = 0; call < 4; call++) {
                assertThatThrownBy(() -> call(client)).isInstanceOf(NotSentException.class);
            }
            assertThatThrownBy(() -> call(client)).isInstanceOf(Fault.class);
        }
    }

    /** Else a breaker that lets one call through to see would wait for its end for ever. */
    @Test
    void hearsOfTheEndOfACallThatAnErrorEnds() throws IOException {
        CircuitBreaker breaker = CircuitBreaker.of(
                "x3",
                CircuitBreakerConfig.custom()
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        HttpPost post = new HttpPost("http://localhost:" + server.getAddress().getPort() + "/");
        post.setEntity(new EntityTemplate(-1, ContentType.TEXT_PLAIN, null, out -> {
            throw new AssertionError("out of memory, say");
        }));
        try (CloseableHttpClient client = guarded(breaker)) {
            assertThatThrownBy(() -> client.execute(post, reply -> reply.getCode()))
                    .isInstanceOf(AssertionError.class);
        }
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    private static CloseableHttpClient guarded() {
        CircuitBreaker breaker = CircuitBreaker.of(
                "x3",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofHours(1))
                        .build());
        return guarded(breaker);
    }

    private static CloseableHttpClient guarded(CircuitBreaker breaker) {
        return OneRequestClient.with(
                "Sage X3",
                Duration.ofSeconds(10),
                AnswerLimits.DEFAULT,
                breaker,
                () -> Fault.down(Side.SAGE_X3, DOWN),
                (request, scope, chain) -> chain.proceed(request, scope));
    }

    private int call(CloseableHttpClient client) throws IOException {
        return client.execute(get("/"), reply -> {
            EntityUtils.consume(reply.getEntity());
            return reply.getCode();
        });
    }

    private HttpGet get(String path) {
        return new HttpGet("http://localhost:" + server.getAddress().getPort() + path);
    }
}
