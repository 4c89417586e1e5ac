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
 * The classes as the JVM keeps them in memory, written down once for all processes of a test run, by one that has worked
 * some orders: each then starts in half the time. Java takes only jars for that, so directories of classes are put into
 * jars first.
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
            write(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            directory.toFile().deleteOnExit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What {@code java} is to be called with. Where a Java can't write an archive, it does without. */
    static List<String> arguments() {
        return Files.exists(INSTANCE.archive)
                ? INSTANCE.arguments("-XX:SharedArchiveFile=" + INSTANCE.archive)
                : List.of("-cp", INSTANCE.classPath);
    }

    private List<String> arguments(String use) {
        return List.of(use, "-cp", classPath);
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

    private void write(Path directory) {
        List<String> classes = arguments("-XX:ArchiveClassesAtExit=" + archive);
        try (Trial trial = new Trial(Surroundings.inMemory(), directory, News.WEBHOOKS, classes)) {
            Program program = trial.start(null);
            trial.round();
            program.end();
        }
    }
}
