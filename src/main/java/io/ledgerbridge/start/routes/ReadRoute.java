package io.ledgerbridge.start.routes;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A route, or a configuration of routes, as its file has it. */
record ReadRoute(YamlPlace place) {

    private static final Pattern INSIDE = Pattern.compile("\\b(direct|seda):[^?,\\s'\"}]+");
    private static final Set<String> TEXTS = Set.of("description", "message", "id", "group", "note");

    String id() {
        return place.textOf("id");
    }

    String group() {
        return place.textOf("group");
    }

    String configuration() {
        return place.textOf("routeConfigurationId");
    }

    /** Where it begins, such as {@code timer}; empty where that is nowhere. */
    String scheme() {
        return from().map(from -> from.textOf("uri").replaceFirst(":.*", "")).orElse("");
    }

    Optional<YamlPlace> from() {
        return place.field("from");
    }

    /** The {@code direct:} or {@code seda:} end that it takes from. */
    Optional<String> consumed() {
        return from().flatMap(
                        from -> spelled(from).or(() -> plain(from.textOf("uri")).findFirst()));
    }

    /** The {@code direct:} and {@code seda:} ends that it sends to, and where. */
    Stream<Sent> sends() {
        Stream<YamlPlace> steps =
                from().isPresent() ? from().flatMap(from -> from.field("steps")).stream() : Stream.of(place);
        return steps.flatMap(YamlPlace::all)
                .filter(step -> !TEXTS.contains(step.key()))
                .flatMap(ReadRoute::ends);
    }

    /**
     * Where something is sent to an end inside the program.
     *
     * @param end such as {@code direct:post-order}
     */
    record Sent(String end, YamlPlace place) {}

    private static Stream<Sent> ends(YamlPlace place) {
        Set<String> ends = new TreeSet<>();
        place.text().stream().flatMap(ReadRoute::plain).forEach(ends::add);
        spelled(place).ifPresent(ends::add);
        return ends.stream().map(end -> new Sent(end, place));
    }

    private static Optional<String> spelled(YamlPlace step) {
        String scheme = step.textOf("uri");
        return scheme.equals("direct") || scheme.equals("seda")
                ? step.field("parameters").map(all -> scheme + ":" + all.textOf("name"))
                : Optional.empty();
    }

    /** Those whose name isn't made of an expression. */
    private static Stream<String> plain(String text) {
        return INSIDE.matcher(text).results().map(MatchResult::group).filter(end -> !end.contains("$"));
    }
}
