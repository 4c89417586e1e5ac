package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.Figures;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year's work in an hour, by {@code mvn -Psoak verify}: the program in a process of its own with 256 MiB of heap, while
 * sweeps, looks at the hooks and token renewals come as often as its intervals can be short; old rows are pruned at night
 * alone, and so not in it. {@code -Dsoak.orders} says how many orders there are (20,000), {@code -Dsoak.minutes} for how long it runs at least (60, on each
 * database). The figures go into {@code target/soak-….md}; it fails when one of them grows.
 */
class SoakRun {

    private static final int ORDERS = Integer.getInteger("soak.orders", 20_000);
    private static final Duration AT_LEAST = Duration.ofMinutes(Integer.getInteger("soak.minutes", 60));
    private static final int ROUNDS = 20;

    /** After this round nothing is new to the program any more. */
    private static final int WARM = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long HEAP_MAY_GROW_KB = 15_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Map<String, Long>> rows = new ArrayList<>();

    @Test
    void keepsItsFiguresOnH2() throws Exception {
        run("h2", Surroundings.h2(directory), this::h2Kilobytes);
    }

    @Test
    void keepsItsFiguresOnPostgreSql() throws Exception {
        try (Database database = Databases.postgresql()) {
            run(
                    "postgresql",
                    Surroundings.postgreSql(database),
                    () -> database.jdbc()
                            .sql("SELECT pg_database_size(current_database()) / 1024")
                            .query(Long.class)
                            .single());
        }
    }

    private void run(String name, Map<String, String> database, LongSupplier kilobytes) throws Exception {
        int port = freePort();
        try (SoakTrade trade = new SoakTrade();
                Program program = Program.start(
                        directory,
                        List.of("-cp", System.getProperty("java.class.path")),
                        settings(trade, port, database),
                        null)) {
            Awaitility.await("the program is up").atMost(Duration.ofMinutes(10)).until(() -> isReady(port));
            try (JMXConnector jmx = attached(program)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    round(trade, round);
                    Map<String, Long> row = figures(jmx.getMBeanServerConnection(), port, program);
                    row.put("database kB", kilobytes.getAsLong());
                    rows.add(row);
                    write(name);
                }
            }
        }
        judge();
    }

    /** Its share of the orders and of the time. */
    private void round(SoakTrade trade, int round) {
        Instant begun = Instant.now();
        int each = Math.max(1, ORDERS / ROUNDS / SoakTrade.INTERFACES.size());
        int expected = trade.entries().size() + each * SoakTrade.INTERFACES.size();
        trade.order(each);
        Awaitility.await("round " + round)
                .atMost(PATIENCE.plus(AT_LEAST))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> trade.entries().size() >= expected
                        && Instant.now().isAfter(begun.plus(AT_LEAST.dividedBy(ROUNDS))));
        assertThat(trade.entries())
                .extracting(PostedEntry::reference)
                .hasSize(expected)
                .doesNotHaveDuplicates();
    }

    private Map<String, Long> figures(MBeanServerConnection jmx, int port, Program program) throws Exception {
        Map<String, Long> row = new LinkedHashMap<>();
        row.put("seconds", program.age().toSeconds());
        row.putAll(Figures.of(jmx, get(port, "/actuator/prometheus").body()));
        CompositeData heap =
                (CompositeData) jmx.getAttribute(new ObjectName("java.lang:type=Memory"), "HeapMemoryUsage");
        row.put("heap kB", (Long) heap.get("used") / 1024);
        return row;
    }

    private void judge() {
        Map<String, Long> before = rows.get(WARM - 1);
        Map<String, Long> after = rows.get(rows.size() - 1);
        before.keySet().stream()
                .filter(figure -> !figure.equals("seconds") && !figure.equals("database kB"))
                .forEach(figure -> assertThat(after.get(figure))
                        .as("%s, of %s after round %d", figure, before.get(figure), WARM)
                        .isLessThanOrEqualTo(Objects.requireNonNull(before.get(figure)) + mayGrow(figure)));
    }

    private static long mayGrow(String figure) {
        return figure.equals("heap kB") ? HEAP_MAY_GROW_KB : Figures.mayGrow(figure);
    }

    private void write(String name) throws IOException {
        List<String> names = List.copyOf(rows.get(0).keySet());
        String table = Stream.concat(
                        Stream.of(
                                line(names),
                                line(names.stream().map(each -> "---").toList())),
                        rows.stream().map(row -> line(row.values())))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target", "soak-" + name + ".md"), table);
        System.out.println(name + " " + rows.get(rows.size() - 1));
    }

    private static String line(Iterable<?> cells) {
        StringBuilder line = new StringBuilder("|");
        cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
        return line.toString();
    }

    private static Map<String, String> settings(SoakTrade trade, int port, Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(trade.settings());
        settings.putAll(database);
        settings.put("server.port", Integer.toString(port));
        settings.put("logging.level.root", "warn");
        settings.put("camel.main.jmx-enabled", "true");
        settings.put("ledger-bridge.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("ledger-bridge.public-url", "http://localhost:" + port);
        settings.put("ledger-bridge.sweep.interval", "100ms");
        settings.put("ledger-bridge.sweep.overlap", "1s");
        settings.put("ledger-bridge.hooks.check-interval", "1s");
        settings.put("ledger-bridge.users[0].name", "viewer");
        settings.put("ledger-bridge.users[0].password", "{noop}viewer");
        settings.put("ledger-bridge.users[0].role", "viewer");
        return settings;
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

    private boolean isReady(int port) throws InterruptedException {
        try {
            return get(port, "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        String viewer = Base64.getEncoder().encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + viewer)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private long h2Kilobytes() {
        return directory.resolve("ledger-bridge.mv.db").toFile().length() / 1024;
    }
}
