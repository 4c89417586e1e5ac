package io.ledgerbridge.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A PostgreSQL of a test's own, which is killed and started again on the same port and files. */
final class PostgreSqlServer implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path log;
    private final List<String> command;
    private volatile ProcessHandle postmaster;

    private PostgreSqlServer(EmbeddedPostgres server, Path data, Path log) throws IOException {
        this.server = server;
        this.data = data;
        this.log = log;
        postmaster = running();
        command = commandOf(postmaster);
    }

    static PostgreSqlServer start(Path directory) {
        Path data = directory.resolve("postgresql");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            return new PostgreSqlServer(server, data, directory.resolve("postgresql.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    /** SIGKILL; it has ended when this returns, and its helpers end by themselves. */
    void kill() {
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Starts it where it was killed, and returns when it answers. */
    void startIfKilled() {
        if (postmaster.isAlive()) {
            return;
        }
        Awaitility.await("PostgreSQL is up again")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    // It refuses to start as long as a helper of the one before is still there.
                    if (!postmaster.isAlive()) {
                        postmaster = new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                                .start()
                                .toHandle();
                    }
                    return answers();
                });
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(url(), USER, "").close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private ProcessHandle running() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** PostgreSQL refuses to run as root, which it isn't in a user namespace of its own. */
    private static List<String> commandOf(ProcessHandle process) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }

    @Override
    public void close() {
        try {
            startIfKilled();
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
