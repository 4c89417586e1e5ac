package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.LedgerBridge;
import io.ledgerbridge.bigcommerce.Shops;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program itself, as whoever starts it sees it. */
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

        Process program = start();
        List<String> console = program.inputReader().lines().toList();

        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(console)
                .contains(
                        "ledger-bridge.drain.wrokers: is not a setting; the nearest are workers, lease, interval",
                        "ledger-bridge.stores.us.sage-x3.api: \"grpahql\" is not one of graphql, rest, soap",
                        "ledger-bridge.stores.us.journal.code: YAML has made a boolean, false, of what stands there: it must be quoted")
                .noneMatch(line -> line.contains("topsecret"))
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.ledgerbridge.LedgerBridge",
                "--server.port=0"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void startsWithASecretInFilesAndNoStoreAndShowsNoMoreThanHealth() throws Exception {
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(LedgerBridge.class)
                .run(
                        "--server.port=0",
                        "--spring.config.import=configtree:" + secret() + "/",
                        "--logging.level.root=warn")) {
            String base = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");

            assertThat(program.getEnvironment().getProperty("spring.datasource.url"))
                    .startsWith("jdbc:h2:mem:start;");
            assertThat(program.getBean(Shops.class).all()).isEmpty();
            assertThat(status(base + "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(base + "/actuator/health/readiness")).isEqualTo(200);
            assertThat(status(base + "/actuator/health/db")).isEqualTo(404);
            assertThat(status(base + "/actuator/prometheus")).isEqualTo(401);
            assertThat(status(base + "/actuator/env")).isEqualTo(401);
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
