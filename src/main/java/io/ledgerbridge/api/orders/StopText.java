package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.overview.Stop;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What keeps orders from being known or worked, in English. */
record StopText(ZoneId zone, Instant now) {

    String of(List<Stop> stops) {
        return stops.stream().map(this::text).collect(Collectors.joining("; ", "", "."));
    }

    /** As a sentence that follows another; empty where nothing does. */
    String after(List<Stop> stops) {
        String text = of(stops);
        return stops.isEmpty() ? "" : " " + text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String text(Stop stop) {
        String since = new WallClock(zone).text(stop.since(), now);
        return switch (stop.kind()) {
            case BIGCOMMERCE -> "BigCommerce of store %s hasn't answered since %s".formatted(stop.store(), since);
            case SAGE_X3 -> "Sage X3 of store %s hasn't answered since %s".formatted(stop.store(), since);
            case PAIRING -> "store %s has to be paired with Sage X3 again, since %s".formatted(stop.store(), since);
            case PAUSE -> "store %s is paused since %s".formatted(stop.store(), since);
            case SWEEP -> "missed orders of store %s can't be looked for since %s".formatted(stop.store(), since);
            case LATE_LOOK -> "missed orders of store %s were last looked for at %s".formatted(stop.store(), since);
            case FIRST_LOOK -> "the first look for missed orders of store %s is under way".formatted(stop.store());
            case NO_LOOK -> "missed orders of store %s were never looked for, since %s".formatted(stop.store(), since);
        };
    }
}
