package io.ledgerbridge.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The program as a process of its own, on a port that is free. */
final class Program implements AutoCloseable {

    private final Process process;
    private final Path portFile;
    private final Path log;
    private final Instant started = Instant.now();

    private Program(Process process, Path portFile, Path log) {
        this.process = process;
        this.portFile = portFile;
        this.log = log;
    }

    /**
     * Starts it, and does not wait until it is up.
     *
     * @param directory for its log and its port
     * @param crash where it halts by itself, if anywhere
     */
    static Program start(Path directory, Map<String, String> settings, @Nullable Crash crash) {
        try {
            Path portFile = Files.createTempFile(directory, "program", ".port");
            Files.delete(portFile);
            Path log = Files.createTempFile(directory, "program", ".log");
            List<String> command = new ArrayList<>(java());
            command.addAll(ClassArchive.arguments());
            command.add("-D" + HaltingLedgerBridge.PORT_FILE + "=" + portFile);
            command.add(
                    "-D" + HaltingLedgerBridge.CRASH + "=" + (crash == null || crash.isSeenByX3() ? "" : crash.text()));
            command.add(HaltingLedgerBridge.class.getName());
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Program(process, portFile, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a process that is to start soon is started with. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Duser.timezone=UTC",
                "-Dspring.jmx.enabled=false",
                "-Dcamel.main.jmx-enabled=false");
    }

    /** Where it listens; nothing before it does and after it has ended. */
    OptionalInt port() {
        File file = portFile.toFile();
        try {
            return process.isAlive() && file.length() > 0
                    ? OptionalInt.of(Integer.parseInt(Files.readString(portFile)))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException notYet) {
            return OptionalInt.empty();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.between(started, Instant.now());
    }

    /** The boundary at which it halted; null where it ended in another way or not at all. */
    @Nullable
    Boundary haltedAt() {
        if (process.isAlive() || process.exitValue() != Passings.STATUS) {
            return null;
        }
        return log().lines()
                .filter(line -> line.startsWith(Passings.HALTED))
                .map(line -> Boundary.valueOf(line.substring(Passings.HALTED.length())))
                .findFirst()
                .orElse(null);
    }

    /** SIGKILL; it has ended when this returns. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP, SIGCONT or another. */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (status != 0) {
                throw new IllegalStateException("kill -%s ended with %d".formatted(name, status));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
