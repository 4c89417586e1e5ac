package io.ledgerbridge.crash;

import com.sun.tools.attach.VirtualMachine;
import io.ledgerbridge.Figures;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;

/** The program in a process of its own with 256 MiB of heap, with beans of a test. */
final class SoakedProgram implements AutoCloseable {

    private final Program program;
    private final int port;
    private final JMXConnector jmx;
    private final HttpClient http = HttpClient.newHttpClient();

    private SoakedProgram(Program program, int port) throws Exception {
        this.program = program;
        this.port = port;
        Awaitility.await("the program is up").atMost(Duration.ofMinutes(10)).until(this::isReady);
        this.jmx = attached(program);
    }

    /**
     * Starts it, and waits until it is up.
     *
     * @param directory for its log and its port
     * @param beans by which it differs from the program
     * @param given the stores, the database, and what is other than the settings of any soak
     */
    static SoakedProgram start(Path directory, Class<?> beans, Map<String, String> given) throws Exception {
        return start(directory, freePort(), beans, given);
    }

    /** Likewise, on the port of the one before it, where its webhooks are. */
    static SoakedProgram start(Path directory, int port, Class<?> beans, Map<String, String> given) throws Exception {
        Map<String, String> settings = settings(beans, port);
        settings.putAll(given);
        return new SoakedProgram(
                Program.start(directory, List.of("-cp", System.getProperty("java.class.path")), settings, null), port);
    }

    private static Map<String, String> settings(Class<?> beans, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.main.sources", Halting.class.getName() + "," + beans.getName());
        settings.put("server.port", Integer.toString(port));
        settings.put("logging.level.root", "warn");
        settings.put("camel.main.jmx-enabled", "true");
        settings.put("ledger-bridge.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("ledger-bridge.public-url", "http://localhost:" + port);
        settings.put("ledger-bridge.users[0].name", "operator");
        settings.put("ledger-bridge.users[0].password", "{noop}operator");
        settings.put("ledger-bridge.users[0].role", "operator");
        return settings;
    }

    int port() {
        return port;
    }

    long seconds() {
        return program.age().toSeconds();
    }

    String log() {
        return program.log();
    }

    /** Everything that could grow, heap included. */
    Map<String, Long> figures() throws Exception {
        MBeanServerConnection server = jmx.getMBeanServerConnection();
        Map<String, Long> figures = Figures.of(server, scrape());
        ObjectName memory = new ObjectName("java.lang:type=Memory");
        server.invoke(memory, "gc", new Object[0], new String[0]);
        CompositeData heap = (CompositeData) server.getAttribute(memory, "HeapMemoryUsage");
        figures.put("entries of maps", Figures.entriesOfMaps(server));
        figures.put("heap kB", (Long) heap.get("used") / 1024);
        return figures;
    }

    /** The value of one series, zero where there is none: {@code name{tag="value"}} without further tags. */
    long metric(String series) throws Exception {
        return find(series).map(Double::parseDouble).map(Math::round).orElse(0L);
    }

    private Optional<String> find(String series) throws Exception {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst();
    }

    private String scrape() throws Exception {
        return send(request("/actuator/prometheus").build()).body();
    }

    /** A bean of the test's. */
    <T> T bean(ObjectName name, Class<T> type) throws IOException {
        return JMX.newMXBeanProxy(jmx.getMBeanServerConnection(), name, type);
    }

    /** Asks for the orders of a day on which there were none. */
    void backfill(String store) throws Exception {
        String days = "{\"from\": \"2020-01-01\", \"to\": \"2020-01-01\"}";
        HttpResponse<String> answer = send(request("/api/stores/" + store + "/backfill")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(days))
                .build());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(request("/actuator/health/readiness").build()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The address is that of a process which this one has started. */
    @SuppressWarnings("BanJNDI")
    private static JMXConnector attached(Program program) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(program.pid()));
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            jmx.close();
        } finally {
            program.close();
        }
    }
}
