package io.ledgerbridge.start.routes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The calls of beans that nothing misses where a file has lost them, or is a copy from before they were added: no later
 * step needs what they answer. Where a route stands is its editor's choice, so any file may make the call.
 */
final class RequiredCalls {

    /** By the file in which they are shipped, whose first route has its name. */
    static final Map<String, List<String>> BY_FILE = new TreeMap<>(Map.ofEntries(
            Map.entry("receive-webhook", List.of("inbox.store", "inbox.seenAgain")),
            Map.entry("drain-inbox", List.of("orderScheduler.claims", "orderScheduler.renew")),
            Map.entry(
                    "post-order",
                    List.of(
                            "orderScheduler.begun",
                            "storeBackOff.reached",
                            "orderJournals.readAgain",
                            "orderWork.posted",
                            "orderWork.held",
                            "orderWork.ignored",
                            "orderWork.setAside",
                            "orderWork.park")),
            Map.entry(
                    "send-journal",
                    List.of(
                            "x3Sessions.take",
                            "x3Authorization.after",
                            "x3Authorization.afterCreate",
                            "x3LookUps.answered",
                            "journalDispatch.begin",
                            "journalDispatch.found",
                            "journalDispatch.sending",
                            "journalDispatch.replied",
                            "journalDispatch.failed")),
            Map.entry(
                    "on-failure",
                    List.of(
                            "faults.handle",
                            "faults.noted",
                            "shopTroubles.failed",
                            "missedTurns.missed",
                            "orderScheduler.done",
                            "orderScheduler.giveBackLater")),
            Map.entry("sweep-orders", List.of("sweep.looks", "sweep.mark", "sweep.marked", "sweep.ended")),
            Map.entry("backfill-orders", List.of("backfills.pages", "backfills.mark")),
            Map.entry("shadow-orders", List.of("shadowRuns.list", "shadowOrders.compared", "shadowOrders.failed")),
            Map.entry(
                    "ping-store",
                    List.of(
                            "pingSessions.given",
                            "pingSessions.giveBack",
                            "pings.x3",
                            "pings.x3Failed",
                            "entryPing.expect",
                            "entryPing.compared",
                            "entryPing.failed",
                            "mappingChecks.answered",
                            "mappingChecks.failed")),
            Map.entry("prune-rows", List.of("prunings.turn", "sparseChunks.rewrite")),
            Map.entry("register-hooks", List.of("hooks.due", "hooks.mended")),
            Map.entry("erase-orders", List.of("erasures.turn")),
            Map.entry("anchor-trail", List.of("nightlyAnchors.turn")),
            Map.entry("tell-people", List.of("notices.turn")),
            Map.entry("watch-late-commits", List.of("lateCommitLookUps.mark")),
            Map.entry("watch-pairings", List.of("pairings.warn"))));

    private static final Pattern ENDPOINT = Pattern.compile("^bean:(\\w+)\\?(?:.*&)?method=(\\w+)");

    private RequiredCalls() {}

    /** Of a route that is missing, that is said already. */
    static void check(RouteFiles files, SetupFaults faults) {
        Set<String> made = files.places()
                .map(RequiredCalls::call)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
        files.routes()
                .forEach(route -> BY_FILE.getOrDefault(route.id(), List.of()).stream()
                        .filter(call -> !made.contains(call))
                        .forEach(call -> missing(route, call, faults)));
    }

    private static void missing(ReadRoute route, String call, SetupFaults faults) {
        String said = "nothing calls %s, as %s does as it is shipped with this version".formatted(call, route.id());
        if (RequiredRoutes.isOptional(route.id())) {
            faults.warn(route.place().at(), said);
        } else {
            faults.fault(route.place().at(), said);
        }
    }

    /** Such as {@code prunings.turn}, by a step or by an endpoint of Camel's; empty where a place calls no bean's method. */
    static String call(YamlPlace place) {
        Matcher endpoint = ENDPOINT.matcher(place.text().orElse(""));
        if (endpoint.find()) {
            return endpoint.group(1) + "." + endpoint.group(2);
        }
        String method = place.textOf("method").replaceFirst("(?s)\\(.*", "");
        return method.isEmpty() || place.textOf("ref").isEmpty() ? "" : place.textOf("ref") + "." + method;
    }
}
