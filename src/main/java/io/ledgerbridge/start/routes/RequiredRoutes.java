package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The routes without which orders are not received or not posted, and those that an operator may leave out. */
final class RequiredRoutes {

    /** Before the name of an interface, the route that calls Sage X3 by it. */
    static final String CALL = "call-x3-";

    /** The ends that classes of the program send to. */
    static final Set<String> CALLED_BY_THE_PROGRAM = Set.of(
            "direct:preview-order", "direct:ping-store", "direct:ping-store-mapping", "direct:read-order-resource");

    /** By the file in which they are shipped. */
    private static final Map<String, List<String>> ALWAYS = Map.of(
            "receive-webhook", List.of("receive-webhook", "receive-webhook-keep", "receive-webhook-answer"),
            "drain-inbox", List.of("drain-inbox", "drain-inbox-renew"),
            "post-order", List.of("post-order"),
            "read-order", List.of("read-order"),
            "send-journal", List.of("send-journal", "send-journal-once", "send-journal-look-up", "send-journal-create"),
            "on-failure", List.of("on-failure"),
            "sweep-orders", List.of("sweep-orders"));

    /** With what doesn't work without each. */
    private static final Map<String, String> OPTIONAL = new TreeMap<>(Map.ofEntries(
            Map.entry("anchor-trail", "nothing shows that the ends of the audit trail's chains are missing"),
            Map.entry("backfill-orders", "no backfill goes on"),
            Map.entry("erase-orders", "no personal data of orders is erased"),
            Map.entry("ping-store", "no store can be pinged"),
            Map.entry("preview-order", "no replay can be previewed"),
            Map.entry("prune-rows", "nothing old is removed from the database, and H2's file grows with each commit"),
            Map.entry("register-hooks", "no webhook is registered or switched on again"),
            Map.entry("shadow-orders", "no shadow backfill goes on"),
            Map.entry("tell-people", "nobody is told of what parks, or of a store that has stopped"),
            Map.entry("watch-late-commits", "nobody notices a second entry that a lost create leaves in Sage X3"),
            Map.entry("watch-pairings", "nobody is told that a pairing with Sage X3 is about to end")));

    private RequiredRoutes() {}

    /**
     * @param interfaces those of Sage X3 that stores have
     */
    static void check(RouteFiles files, Set<String> interfaces, SetupFaults faults) {
        Set<String> found = files.routes().stream().map(ReadRoute::id).collect(Collectors.toSet());
        new TreeMap<>(ALWAYS)
                .forEach((file, needed) -> needed.stream()
                        .filter(route -> !found.contains(route))
                        .forEach(route -> faults.fault(
                                place(file),
                                "route '%s' is missing, and without it orders are not received or not posted%s"
                                        .formatted(route, SpellingSuggestions.alike(route, found.stream())))));
        interfaces.stream()
                .map(api -> CALL + api)
                .filter(route -> !found.contains(route))
                .forEach(route ->
                        faults.fault(place(route), "route '%s' is missing, and a store posts by it".formatted(route)));
        CALLED_BY_THE_PROGRAM.forEach(end -> calledByTheProgram(files, end, faults));
        OPTIONAL.forEach((route, effect) -> {
            if (!found.contains(route)) {
                faults.warn(place(route), "route '%s' is missing: %s".formatted(route, effect));
            }
        });
    }

    static boolean isOptional(String route) {
        return OPTIONAL.containsKey(route);
    }

    /** Where the route is there at all. */
    private static void calledByTheProgram(RouteFiles files, String end, SetupFaults faults) {
        String id = end.substring(end.indexOf(':') + 1);
        files.routes().stream()
                .filter(route -> route.id().equals(id))
                .filter(route -> !route.consumed().orElse("").equals(end))
                .forEach(route -> faults.fault(
                        route.from().flatMap(from -> from.field("uri")).orElse(route.place()),
                        "route '%s' takes from no %s, which the program sends to".formatted(id, end)));
    }

    private static String place(String file) {
        return "routes/" + file + ".camel.yaml";
    }
}
