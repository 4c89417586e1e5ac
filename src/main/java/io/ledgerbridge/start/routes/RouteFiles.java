package io.ledgerbridge.start.routes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * The files of routes that the program would load, found and read without loading them.
 *
 * @param files those that are YAML
 * @param found how many there are
 */
public record RouteFiles(List<RouteFile> files, int found) {

    /**
     * Finds and reads them.
     *
     * @param patterns where they are, parted by commas, as {@code camel.main.routes-include-pattern} has them
     * @param faults takes what is wrong with a folder or a file
     */
    public static RouteFiles read(String patterns, SetupFaults faults) {
        RouteResources resources = new RouteResources(faults);
        List<Resource> found = Arrays.stream(patterns.split(","))
                .flatMap(pattern -> resources.find(pattern.strip()).stream())
                .toList();
        List<RouteFile> files = found.stream()
                .flatMap(file -> RouteFile.read(RouteResources.shown(file), file, faults).stream())
                .toList();
        return new RouteFiles(files, found.size());
    }

    /** The group of each route. */
    public List<String> groups() {
        return routes().stream().map(ReadRoute::group).toList();
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
