package io.ledgerbridge.crash;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The classes as the JVM keeps them in memory, written down once for all processes of a build, by one that has worked
 * some orders: each then starts in half the time. Java takes only jars for that, so directories of classes are put into
 * jars first. JVMs that run tests beside each other share it.
 */
public final class ClassArchive {

    private static final Path DIRECTORY = Path.of("target", "class-archive").toAbsolutePath();
    private static final ClassArchive INSTANCE = new ClassArchive();

    private final String classPath;
    private final Path archive = DIRECTORY.resolve("classes.jsa");

    private ClassArchive() {
        try {
            Files.createDirectories(DIRECTORY);
            String parts = System.getProperty("java.class.path");
            classPath = classPath(parts);
            Path madeOf = DIRECTORY.resolve("made-of");
            try (FileChannel one = FileChannel.open(DIRECTORY.resolve("lock"), CREATE, WRITE);
                    FileLock lock = one.lock()) {
                String now = lock.isValid() ? fingerprint(parts) : "";
                if (!Files.exists(madeOf) || !Files.readString(madeOf).equals(now)) {
                    make(parts);
                    Files.writeString(madeOf, now);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> parts(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static Path inJar(Path part, int place) {
        return Files.isDirectory(part) ? DIRECTORY.resolve(place + ".jar") : part;
    }

    private static String classPath(String classPath) {
        List<Path> parts = parts(classPath);
        return IntStream.range(0, parts.size())
                .mapToObj(place -> inJar(parts.get(place), place).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The class path, and when the newest of the classes was made and how many there are. */
    private static String fingerprint(String classPath) throws IOException {
        StringBuilder text = new StringBuilder(classPath);
        for (Path part : parts(classPath)) {
            if (Files.isDirectory(part)) {
                try (Stream<Path> files = Files.walk(part)) {
                    LongSummaryStatistics times = files.mapToLong(
                                    file -> file.toFile().lastModified())
                            .summaryStatistics();
                    text.append('\n').append(times.getMax()).append(' ').append(times.getCount());
                }
            }
        }
        return text.toString();
    }

    private void make(String classPath) throws IOException {
        Files.deleteIfExists(archive);
        List<Path> parts = parts(classPath);
        for (int place = 0; place < parts.size(); place++) {
            if (Files.isDirectory(parts.get(place))) {
                jar(parts.get(place), inJar(parts.get(place), place));
            }
        }
        write(DIRECTORY);
    }

    /** What {@code java} is to be called with. Where a Java can't write an archive, it does without. */
    public static List<String> arguments() {
        return Files.exists(INSTANCE.archive)
                ? INSTANCE.arguments("-XX:SharedArchiveFile=" + INSTANCE.archive)
                : List.of("-cp", INSTANCE.classPath);
    }

    private List<String> arguments(String use) {
        return List.of(use, "-cp", classPath);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IOException("jar ended with " + status);
        }
    }

    private void write(Path directory) {
        List<String> classes = arguments("-XX:ArchiveClassesAtExit=" + archive);
        try (Trial trial = new Trial(Surroundings.inMemory(), directory, News.WEBHOOKS, classes)) {
            Program program = trial.start(null);
            trial.round();
            program.end();
        }
    }
}
