package io.ledgerbridge.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An HTTP server on the loopback address, a thread for each request. */
public final class LocalServer implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private final HttpServer server;
    private final Function<Request, Answer> answers;
    private final ExecutorService threads;

    /**
     * How a request is answered.
     *
     * @param reply null where the connection is closed without one
     * @param half whether it is closed in the middle of the body
     */
    public record Answer(@Nullable Reply reply, boolean half) {}

    /**
     * Starts to listen.
     *
     * @param name of its threads
     * @param port 0 for any that is free
     */
    public LocalServer(String name, int port, Function<Request, Answer> answers) {
        // Without it an answer waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.answers = answers;
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port, taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Answer answer = answers.apply(Request.of(http));
            if (answer.reply() != null) {
                answer.reply().send(http, answer.half());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
