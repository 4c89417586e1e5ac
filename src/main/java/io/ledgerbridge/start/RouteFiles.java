package io.ledgerbridge.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of routes that the program would load, found and read without loading them.
 *
 * @param files those that are YAML
 * @param found how many there are
 */
record RouteFiles(List<RouteFile> files, int found) {

    private static final String ON_DISK = "file:";

    /**
     * @param patterns where they are, parted by commas, as {@code camel.main.routes-include-pattern} has them
     * @param faults takes what is wrong with a folder or a file
     */
    static RouteFiles read(String patterns, SetupFaults faults) {
        List<Resource> found = Arrays.stream(patterns.split(","))
                .flatMap(pattern -> found(pattern.strip(), faults).stream())
                .toList();
        List<RouteFile> files = found.stream()
                .flatMap(file -> RouteFile.read(shown(file), file, faults).stream())
                .toList();
        return new RouteFiles(files, found.size());
    }

    private static List<Resource> found(String pattern, SetupFaults faults) {
        if (pattern.startsWith(ON_DISK)) {
            return onDisk(pattern, Path.of(pattern.substring(ON_DISK.length())), faults);
        }
        try {
            return sorted(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException missing) {
            faults.fault(pattern, "can't be looked through: " + missing);
            return List.of();
        }
    }

    private static List<Resource> onDisk(String pattern, Path path, SetupFaults faults) {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        if (!folder.toString().contains("*") && !Files.isDirectory(folder)) {
            faults.fault(folder.toString(), "is no folder" + here(folder));
            return List.of();
        }
        try {
            List<Resource> found = sorted(new PathMatchingResourcePatternResolver().getResources(pattern));
            if (found.isEmpty()) {
                faults.fault(path.toString(), "there is no such file" + here(path));
            }
            noteOthers(folder, found, path.getFileName().toString(), faults);
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
    private static void noteOthers(Path folder, List<Resource> found, String names, SetupFaults faults)
            throws IOException {
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

    private static List<Resource> sorted(Resource[] files) {
        return Arrays.stream(files)
                .sorted(Comparator.comparing(RouteFiles::shown))
                .toList();
    }

    /** With its path from the working directory, if it is below that. */
    private static String shown(Resource file) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path path = file.getFile().toPath().toAbsolutePath().normalize();
            return (path.startsWith(here) ? here.relativize(path) : path).toString();
        } catch (IOException packed) {
            return file.getDescription();
        }
    }

    List<ReadRoute> routes() {
        return files.stream().flatMap(RouteFile::routes).toList();
    }

    /** The routes that an exchange may go on to from these, over {@code direct:} and {@code seda:}; these are no part of it. */
    Set<ReadRoute> reachedFrom(Set<String> ids) {
        List<ReadRoute> routes = routes();
        Map<String, ReadRoute> byEnd = new HashMap<>();
        routes.forEach(route -> route.consumed().ifPresent(end -> byEnd.putIfAbsent(end, route)));
        Set<ReadRoute> reached = new LinkedHashSet<>();
        Deque<ReadRoute> next = new ArrayDeque<>(
                routes.stream().filter(route -> ids.contains(route.id())).toList());
        while (!next.isEmpty()) {
            next.poll()
                    .sends()
                    .map(sent -> byEnd.get(sent.end()))
                    .filter(Objects::nonNull)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    List<ReadRoute> configurations() {
        return holding("routeConfiguration").map(ReadRoute::new).toList();
    }

    /** What stands at the top of a file under a key. */
    Stream<YamlPlace> holding(String kind) {
        return files.stream().flatMap(file -> file.holding(kind));
    }

    /** Every place of every file. */
    Stream<YamlPlace> places() {
        return files.stream().flatMap(file -> file.tree().all());
    }
}
