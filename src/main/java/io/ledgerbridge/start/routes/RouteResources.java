package io.ledgerbridge.start.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the files of routes as Camel does, and says what is wrong with a folder. */
record RouteResources(SetupFaults faults) {

    private static final String ON_DISK = "file:";

    /** @param pattern one of those of {@code camel.main.routes-include-pattern} */
    List<Resource> find(String pattern) {
        if (pattern.startsWith(ON_DISK)) {
            return onDisk(pattern, Path.of(pattern.substring(ON_DISK.length())));
        }
        try {
            return matching(pattern);
        } catch (IOException missing) {
            faults.fault(pattern, "can't be looked through: " + missing);
            return List.of();
        }
    }

    private List<Resource> onDisk(String pattern, Path path) {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        if (!folder.toString().contains("*") && !Files.isDirectory(folder)) {
            faults.fault(folder.toString(), "is no folder" + here(folder));
            return List.of();
        }
        try {
            List<Resource> found = matching(pattern);
            if (found.isEmpty()) {
                faults.fault(path.toString(), "there is no such file" + here(path));
            }
            noteOthers(folder, found, path.getFileName().toString());
            return found;
        } catch (IOException unreadable) {
            faults.fault(folder.toString(), "can't be looked through: " + unreadable);
            return List.of();
        }
    }

    /** A relative path depends on where the program was started. */
    private static String here(Path path) {
        return path.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
    }

    /** What looks like routes but has another name is not loaded. */
    private void noteOthers(Path folder, List<Resource> found, String names) throws IOException {
        if (!names.contains("*") || !Files.isDirectory(folder)) {
            return;
        }
        List<String> loaded = found.stream().map(Resource::getFilename).toList();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().matches("(?i).*\\.(ya?ml|camel|xml)(\\..*)?"))
                    .filter(file -> !loaded.contains(file.getFileName().toString()))
                    .forEach(file ->
                            faults.warn(file.toString(), "is not loaded, as its name is not of the form " + names));
        }
    }

    private static List<Resource> matching(String pattern) throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                .sorted(Comparator.comparing(RouteResources::shown))
                .toList();
    }

    /** A file's path, from the working directory if it is below that. */
    static String shown(Resource file) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path path = file.getFile().toPath().toAbsolutePath().normalize();
            return (path.startsWith(here) ? here.relativize(path) : path).toString();
        } catch (IOException packed) {
            return file.getDescription();
        }
    }
}
