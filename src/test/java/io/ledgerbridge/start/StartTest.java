package io.ledgerbridge.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.LedgerBridge;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.crash.ClassArchive;
import io.ledgerbridge.settings.SettingsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The program itself, as whoever starts it sees it. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class StartTest {

    @TempDir
    Path folder;

    @Test
    void tellsEachWrongSettingInALineAndEnds() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), """
                ledger-bridge:
                  encryption-key: %s
                  drain: { wrokers: 8 }
                  stores:
                    us:
                      bigcommerce: { store-hash: abc123, client-secret: topsecret }
                      sage-x3:
                        api: grpahql
                        url: http://x3.example.com:8124
                        endpoint: SEED
                        auth: { type: connected-app, client-id: us, user: LEDGER }
                        templates: .
                      journal: { entry-type: ODGEN, code: NO, site: FR011, time-zone: UTC }
                """.formatted(SettingsFixture.KEY));

        Process program = start("--server.port=0");
        List<String> console = program.inputReader().lines().toList();

        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(console)
                .contains(
                        "ledger-bridge.drain.wrokers: is not a setting; the nearest are workers, lease, interval (application.yaml, line 3)",
                        "ledger-bridge.stores.us.sage-x3.api: \"grpahql\" is not one of graphql, rest, soap (application.yaml, line 8)",
                        "ledger-bridge.stores.us.journal.code: YAML has made a boolean, false, of what stands there: it must be quoted (application.yaml, line 13)",
                        "routes: is no folder in " + folder.toRealPath())
                .noneMatch(line -> line.contains("topsecret"))
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesRoutesThatCanNotWorkBeforeAnythingIsReceived() throws Exception {
        copyRoutes();
        Files.delete(folder.resolve("routes/drain-inbox.camel.yaml"));
        replace("post-order", "routeConfigurationId: pass-on", "routeConfigurationId: pas-on");
        Files.writeString(folder.resolve("application.yaml"), """
                ledger-bridge:
                  encryption-key: %s
                us:
                  bigcommerce: { store-hash: abc123 }
                """.formatted(SettingsFixture.KEY));

        Process program = start("--server.port=0");
        List<String> console = program.inputReader().lines().toList();

        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(console)
                .contains(
                        "us: stands at the top level; a store belongs under ledger-bridge.stores (application.yaml, line 4)",
                        "routes/drain-inbox.camel.yaml: route 'drain-inbox' is missing, and without it orders are not received or not posted",
                        "routes/post-order.camel.yaml:60: there is no routeConfiguration 'pas-on'; the nearest are pass-on, next-turn, next-time")
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void checksWithoutStartingOrLeavingAnything() throws Exception {
        copyRoutes();
        Files.copy(Path.of("application.yaml"), folder.resolve("application.yaml"));
        try (ServerSocket taken = new ServerSocket(0)) {
            Process program = start(
                    "--check",
                    "--ledger-bridge.encryption-key=" + SettingsFixture.KEY,
                    "--server.port=" + taken.getLocalPort(),
                    "--spring.datasource.url=jdbc:postgresql://database.invalid:5432/books");
            List<String> console = program.inputReader().lines().toList();

            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(console)
                    .containsExactly(
                            "warning: there is no store below ledger-bridge.stores: nothing is received and nothing is posted",
                            "version: unknown, since it runs from no jar",
                            "database: PostgreSQL",
                            "users: none, so nobody can log in",
                            console.get(4),
                            "webhooks: taken at /webhooks/bigcommerce/{store}; none is registered, since public-url is missing",
                            "Nothing is wrong, and nothing was started.");
            assertThat(console.get(4)).startsWith("routes: ").contains("2 drain", "3 receive");
            assertThat(program.exitValue()).isZero();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("application.yaml", "routes");
        }
    }

    @Test
    void checksToALineAFault() throws Exception {
        copyRoutes();
        replace(
                "drain-inbox",
                "ref: orderScheduler\n                method: claims",
                "ref: orderSchedulers\n                method: claims");
        Files.writeString(folder.resolve("application.yaml"), "ledger-bridge: { drain: { wrokers: 8 } }\n");

        Process program = start("--check", "--ledger-bridge.encryption-key=" + SettingsFixture.KEY);
        List<String> console = program.inputReader().lines().toList();

        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(console)
                .hasSize(2)
                .startsWith(
                        "ledger-bridge.drain.wrokers: is not a setting; the nearest are workers, lease, interval (application.yaml, line 1)")
                .last()
                .asString()
                .startsWith(
                        "routes/drain-inbox.camel.yaml:15: there is no bean 'orderSchedulers'; the nearest are orderScheduler, ");
        assertThat(program.exitValue()).isEqualTo(1);
    }

    @Test
    void saysInWhichLineTheSettingsAreNoYaml() throws Exception {
        copyRoutes();
        Files.writeString(folder.resolve("application.yaml"), "ledger-bridge:\n  drain: { workers: 8\n  retry: {}\n");

        Process program = start("--check");
        List<String> console = program.inputReader().lines().toList();

        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(console)
                .anySatisfy(line ->
                        assertThat(line).startsWith("application.yaml:3:").contains("is not YAML: "))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private void copyRoutes() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
    }

    private void replace(String stem, String good, String bad) throws IOException {
        Path file = folder.resolve("routes").resolve(stem + ".camel.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(ClassArchive.arguments());
        command.add("io.ledgerbridge.LedgerBridge");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void startsWithASecretInFilesAndNoStoreAndShowsNoMoreThanHealth(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(LedgerBridge.class)
                .run(
                        "--server.port=0",
                        "--spring.config.import=configtree:" + secret() + "/",
                        "--logging.level.root=warn",
                        "--logging.level.io.ledgerbridge.start=info")) {
            String base = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");

            assertThat(program.getEnvironment().getProperty("spring.datasource.url"))
                    .startsWith("jdbc:h2:mem:start;");
            assertThat(program.getBean(Shops.class).all()).isEmpty();
            assertThat(status(base + "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(base + "/actuator/health/readiness")).isEqualTo(200);
            assertThat(status(base + "/actuator/health/db")).isEqualTo(404);
            assertThat(status(base + "/actuator/prometheus")).isEqualTo(401);
            assertThat(status(base + "/actuator/env")).isEqualTo(401);
            assertThat(output)
                    .contains("there is no store below ledger-bridge.stores")
                    .contains("database: H2 in memory")
                    .contains("users: none, so nobody can log in")
                    .contains("routes: ", " drain, ", " receive, ")
                    .contains("webhooks: taken at /webhooks/bigcommerce/{store}");
        }
    }

    /** As Kubernetes mounts a Secret: files behind two links, one of which it turns when the Secret changes. */
    private Path secret() throws IOException {
        Path mount = Files.createDirectories(folder.resolve("secret"));
        Path files = Files.createDirectories(mount.resolve("..2026_11_01"));
        Files.createSymbolicLink(mount.resolve("..data"), files.getFileName());
        Map.of(
                        "spring.datasource.url",
                        "jdbc:h2:mem:start;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "LEDGER_BRIDGE_ENCRYPTION_KEY",
                        SettingsFixture.KEY + "\n")
                .forEach((name, value) -> mount(mount, files, name, value));
        return mount;
    }

    private static void mount(Path mount, Path files, String name, String value) {
        try {
            Files.writeString(files.resolve(name), value);
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
