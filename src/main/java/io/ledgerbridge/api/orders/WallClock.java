package io.ledgerbridge.api.orders;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells an instant as a clock there shows it, with its day where that is another. */
record WallClock(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM HH:mm zzz", Locale.ENGLISH);

    /** @param now whose day needn't be told */
    String text(Instant at, Instant now) {
        boolean isToday = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (isToday ? TIME : DAY).format(at.atZone(zone));
    }
}
