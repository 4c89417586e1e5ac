package io.ledgerbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows an answer on its connection is nobody's answer, or one order would be given another's. */
@Timeout(120)
class StrictConnectionsTest {

    private static final String STRAY = answer("stray");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch sent = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    /** A whole answer, the beginning of one, and the end of a body that was longer than its length said. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray", "HTTP/1.1 200", "}", "\r\n"})
    void readNothingOfWhatFollowsAnAnswerAtOnce(String stray) throws Exception {
        threads.execute(() -> serve(out -> write(out, answer("own") + stray)));
        assertThat(twice()).isEqualTo("own own");
        assertThat(connections).hasValue(2);
    }

    @Test
    void readNothingOfWhatFollowsAnAnswerLater() throws Exception {
        threads.execute(() -> serve(out -> {
            write(out, answer("own"));
            write(out, STRAY);
            sent.countDown();
        }));
        try (CloseableHttpClient client = client()) {
            assertThat(get(client)).isEqualTo("own");
            assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(get(client)).isEqualTo("own");
        }
        assertThat(connections).hasValue(2);
    }

    @Test
    void areUsedAgainWhereNothingFollows() throws Exception {
        threads.execute(() -> serve(out -> write(out, answer("own"))));
        assertThat(twice()).isEqualTo("own own");
        assertThat(connections).hasValue(1);
    }

    private interface Answering {
        void to(OutputStream out) throws IOException;
    }

    private void serve(Answering answering) {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> answerEach(socket, answering));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void answerEach(Socket socket, Answering answering) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setTcpNoDelay(true);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answering.to(socket.getOutputStream());
                }
            }
        } catch (IOException gone) {
            // so is its client
        }
    }

    private String twice() throws IOException {
        try (CloseableHttpClient client = client()) {
            return get(client) + " " + get(client);
        }
    }

    private static CloseableHttpClient client() {
        return OneRequestClient.with("Sage X3", Duration.ofSeconds(30), AnswerLimits.DEFAULT);
    }

    private String get(CloseableHttpClient client) throws IOException {
        return client.execute(
                new HttpGet("http://localhost:%d/".formatted(server.getLocalPort())),
                reply -> EntityUtils.toString(reply.getEntity()));
    }

    private static String answer(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
