package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether whatever is sent to a {@code direct:} or {@code seda:} end inside the program is taken from there. */
final class RouteEnds {

    private RouteEnds() {}

    /**
     * @param unused the interfaces of Sage X3 that no store has, so that their routes may be missing
     */
    static void check(RouteFiles files, Set<String> unused, SetupFaults faults) {
        Map<String, ReadRoute> consumers = consumers(files.routes(), faults);
        Set<String> sentTo = new HashSet<>(RequiredRoutes.CALLED_BY_THE_PROGRAM);
        files.configurations().stream()
                .flatMap(ReadRoute::sends)
                .forEach(sent -> check(sent, sentTo, consumers, unused, faults));
        files.routes().stream()
                .flatMap(ReadRoute::sends)
                .forEach(sent -> check(sent, sentTo, consumers, unused, faults));
        consumers.forEach((end, route) -> {
            if (!sentTo.contains(end)) {
                faults.warn(route.from().orElse(route.place()), "no route sends to " + end);
            }
        });
    }

    private static Map<String, ReadRoute> consumers(List<ReadRoute> routes, SetupFaults faults) {
        Map<String, ReadRoute> consumers = new HashMap<>();
        for (ReadRoute route : routes) {
            route.consumed().ifPresent(end -> {
                ReadRoute before = consumers.putIfAbsent(end, route);
                if (before != null) {
                    faults.fault(
                            route.from().orElse(route.place()),
                            "route '%s' takes from %s, and so does '%s' in %s"
                                    .formatted(
                                            route.id(),
                                            end,
                                            before.id(),
                                            before.place().at()));
                }
            });
        }
        return consumers;
    }

    private static void check(
            ReadRoute.Sent sent,
            Set<String> sentTo,
            Map<String, ReadRoute> consumers,
            Set<String> unused,
            SetupFaults faults) {
        sentTo.add(sent.end());
        if (consumers.containsKey(sent.end())) {
            return;
        }
        String what = "no route takes from %s%s"
                .formatted(sent.end(), SpellingSuggestions.alike(sent.end(), consumers.keySet().stream()));
        if (unused.stream().anyMatch(api -> isOf(api, sent.end()))) {
            faults.warn(sent.place(), what + " (no store needs it)");
        } else {
            faults.fault(sent.place(), what);
        }
    }

    private static boolean isOf(String api, String end) {
        String call = "direct:" + RequiredRoutes.CALL + api;
        return end.equals(call) || end.startsWith(call + "-");
    }
}
