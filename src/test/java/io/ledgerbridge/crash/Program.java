package io.ledgerbridge.crash;

import io.ledgerbridge.LedgerBridge;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
     * @param classes what tells Java where the classes are
     * @param crash where it goes no further, if anywhere
     */
    static Program start(Path directory, List<String> classes, Map<String, String> settings, @Nullable Crash crash) {
        try {
            Path portFile = Files.createTempFile(directory, "program", ".port");
            Files.delete(portFile);
            Path log = Files.createTempFile(directory, "program", ".log");
            List<String> command = new ArrayList<>(java());
            command.addAll(classes);
            command.add("-D" + Halting.PORT_FILE + "=" + portFile);
            command.add("-D" + Halting.CRASH + "=" + (crash == null ? "" : crash.text()));
            command.add("-D" + Halting.ASKED_FOR_BY + "=" + Halting.class.getName());
            command.add(LedgerBridge.class.getName());
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
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Duser.timezone=UTC",
                "-Dspring.jmx.enabled=false",
                "-Dcamel.main.jmx-enabled=false");
    }

    /** Where it listens; nothing before it does, while it is stopped, and after it has ended. */
    OptionalInt port() {
        File file = portFile.toFile();
        try {
            return process.isAlive() && file.length() > 0 && reached() == null
                    ? OptionalInt.of(Integer.parseInt(Files.readString(portFile)))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException notYet) {
            return OptionalInt.empty();
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.between(started, Instant.now());
    }

    /** The boundary at which it halted or was stopped; null where it has reached none. */
    @Nullable
    Boundary reached() {
        return log().lines()
                .filter(line -> line.startsWith(Passings.REACHED))
                .map(line -> Boundary.valueOf(line.substring(Passings.REACHED.length())))
                .findFirst()
                .orElse(null);
    }

    /** SIGTERM; it need not have ended when this returns, and its input stays open. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** SIGKILL; it has ended when this returns. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGCONT. */
    void goOn() {
        signal("CONT", process.pid());
    }

    /** Returns when it is sent; a process that stops itself, when it is to go on. */
    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Has it end by itself, and waits until it has. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        process.onExit().join();
    }

    /** It may be read while a character is being written. */
    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
