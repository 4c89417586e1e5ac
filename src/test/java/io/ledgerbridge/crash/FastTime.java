package io.ledgerbridge.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock whose hour takes a part of a second. It stands still within an hour, so that what may take ten seconds by it
 * isn't cut off at once.
 */
final class FastTime extends Clock {

    private static final LocalTime NIGHT_BEGINS = LocalTime.of(2, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    private final Instant start;
    private final Duration hour;

    /**
     * A clock that several processes of one machine may share.
     *
     * @param start when both times are the same
     * @param hour how long one takes, at least a millisecond
     */
    FastTime(Instant start, Duration hour) {
        this.start = start;
        this.hour = hour;
    }

    static FastTime read(String text) {
        String[] parts = text.split(" ", 2);
        return new FastTime(Instant.parse(parts[0]), Duration.parse(parts[1]));
    }

    String text() {
        return start + " " + hour;
    }

    Duration hour() {
        return hour;
    }

    /** Whether old rows are removed now, in a store whose time zone is UTC. */
    boolean isNight() {
        LocalTime time = LocalTime.ofInstant(instant(), ZoneOffset.UTC);
        return !time.isBefore(NIGHT_BEGINS) && time.isBefore(NIGHT_ENDS);
    }

    long days() {
        return ChronoUnit.DAYS.between(start, instant());
    }

    @Override
    public Instant instant() {
        return start.truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofHours(Duration.between(start, Instant.now()).dividedBy(hour)));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
