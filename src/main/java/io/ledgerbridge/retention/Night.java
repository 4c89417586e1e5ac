package io.ledgerbridge.retention;

import io.ledgerbridge.posting.rules.Rules;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The hours in which fewest orders come: 2 to 5 o'clock. */
public record Night(ZoneId zone) {

    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime TO = LocalTime.of(5, 0);

    /** The night of the first store, by its key. */
    public static Night of(Rules rules) {
        return new Night(rules.all().values().stream()
                .findFirst()
                .map(first -> first.journal().zone())
                .orElse(ZoneOffset.UTC));
    }

    public boolean is(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) && time.isBefore(TO);
    }
}
