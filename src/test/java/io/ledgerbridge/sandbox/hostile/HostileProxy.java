package io.ledgerbridge.sandbox.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the program and a sandbox. It has the sandbox do what is asked, and then answers as the sandbox did, or
 * badly. Without a sandbox behind it, the good answer is {@code {}}.
 */
public final class HostileProxy implements AutoCloseable {

    /** Those a client sends of itself. */
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "expect");

    private final ServerSocket server;
    private volatile @Nullable String behind;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hostile-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicInteger asked = new AtomicInteger();
    private final EarlierAnswers earlier = new EarlierAnswers();
    private volatile Predicate<Asked> passOn = request -> true;
    private volatile String usual = "{}";
    private volatile Function<Asked, Optional<BadAnswer>> kinds = request -> Optional.empty();

    /** @param behind the sandbox's address without a slash at the end; null for none */
    public HostileProxy(@Nullable String behind) {
        this.behind = behind;
        try {
            server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        threads.execute(this::accept);
    }

    /** What is answered well where there is no sandbox. */
    public void say(String json) {
        usual = json;
    }

    /** The sandbox from now on. */
    public void before(String sandbox) {
        behind = sandbox;
    }

    public String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Asked at each request: how it is answered badly, if it is. */
    public void answer(Function<Asked, Optional<BadAnswer>> how) {
        kinds = how;
    }

    /** Which requests reach the sandbox even where they are answered badly. */
    public void passOn(Predicate<Asked> which) {
        passOn = which;
    }

    /** How many requests there were. */
    public int asked() {
        return asked.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                Asked request = Asked.of(in);
                open = request != null && answer(request, socket);
            }
        } catch (IOException gone) {
            // the client has closed the connection, as it should where an answer never ends
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the connection stays open. */
    private boolean answer(Asked request, Socket socket) throws IOException, InterruptedException {
        asked.incrementAndGet();
        Optional<BadAnswer> bad = kinds.apply(request);
        Good good = bad.isPresent() && !passOn.test(request) ? new Good(200, "application/json", "{}") : good(request);
        if (bad.isEmpty()) {
            earlier.note(request, good);
        }
        OutputStream out = socket.getOutputStream();
        if (bad.isEmpty()) {
            out.write(good.bytes());
            out.flush();
            return true;
        }
        if (bad.get() == BadAnswer.RESET) {
            socket.setSoLinger(true, 0);
        }
        bad.get().write(earlier.insteadOf(good, request, bad.get()), request, out);
        return bad.get().keepsTheConnection();
    }

    private Good good(Asked request) throws IOException, InterruptedException {
        if (behind == null) {
            return new Good(200, "application/json", usual);
        }
        HttpRequest.Builder passed = HttpRequest.newBuilder(URI.create(behind + request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, value) -> {
            if (!OWN.contains(name)) {
                passed.header(name, value);
            }
        });
        HttpResponse<String> answer = client.send(passed.build(), HttpResponse.BodyHandlers.ofString());
        return new Good(
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse("application/json"),
                answer.body());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
