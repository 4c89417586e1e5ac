package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.settings.StoreSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients that the stores' routes share. */
class HttpClientsTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private HttpServer server;
    private HttpClients clients;

    @BeforeEach
    void lend() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        StoreSettings us =
                Objects.requireNonNull(SettingsFixture.example().read().stores().get("us"));
        Folders folders = new Folders(Map.of("us", us.folder()));
        clients = new HttpClients(
                new Shops(Map.of("us", us.shop())),
                folders,
                CircuitBreakerRegistry.ofDefaults(),
                new Calls(folders, new SimpleMeterRegistry(), new Words(new KnownSecrets()), Clock.systemUTC()),
                AnswerLimits.DEFAULT);
        clients.beforeApplicationStart(camel);
    }

    @AfterEach
    void close() {
        server.stop(0);
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigcommerce-us", "sage-x3-us", "reach-us"})
    void outliveThoseWhoBorrowThemAndEndWithTheirOwner(String name) throws IOException {
        CloseableHttpClient client = camel.getRegistry().lookupByNameAndType(name, CloseableHttpClient.class);
        client.close();
        client.close(CloseMode.IMMEDIATE);
        assertThat(call(client)).isEqualTo(204);

        clients.close();
        assertThatThrownBy(() -> call(client)).hasMessageContaining("shut down");
    }

    private int call(CloseableHttpClient client) throws IOException {
        HttpGet get = new HttpGet("http://localhost:" + server.getAddress().getPort() + "/");
        return client.execute(get, reply -> reply.getCode());
    }
}
