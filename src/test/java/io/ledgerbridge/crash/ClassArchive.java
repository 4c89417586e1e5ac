package io.ledgerbridge.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes as the JVM keeps them in memory, written down once for all processes of a test run: each then starts in
 * half the time. Java takes only jars for that, so directories of classes are put into jars first.
 */
final class ClassArchive {

    private static final ClassArchive INSTANCE = new ClassArchive();

    private final String classPath;
    private final Path archive;

    private ClassArchive() {
        try {
            Path directory = Files.createTempDirectory("class-archive");
            List<String> jars = new ArrayList<>();
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path path = Path.of(part);
                jars.add(Files.isDirectory(path) ? jar(path, directory.resolve(jars.size() + ".jar")) : part);
            }
            classPath = String.join(File.pathSeparator, jars);
            archive = directory.resolve("classes.jsa");
            write();
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What {@code java} is to be called with. */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-cp", INSTANCE.classPath));
        if (Files.exists(INSTANCE.archive)) {
            arguments.add("-XX:SharedArchiveFile=" + INSTANCE.archive);
        }
        return arguments;
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                // Who looks for classes or migrations goes by the directories' own entries.
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
            }
        }
        return jar.toString();
    }

    /** A process that starts, writes the archive and ends. Where a Java can't, the others start without one. */
    private void write() throws IOException {
        List<String> command = new ArrayList<>(Program.java());
        command.addAll(
                List.of(
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        classPath,
                        HaltingLedgerBridge.class.getName(),
                        "--" + HaltingLedgerBridge.END_WHEN_STARTED,
                        "--server.port=0",
                        "--ledger-bridge.encryption-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "--spring.datasource.url=jdbc:h2:mem:archive;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }
}
