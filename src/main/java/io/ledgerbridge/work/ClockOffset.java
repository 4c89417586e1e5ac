package io.ledgerbridge.work;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DrainSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How far this process's clock is ahead of the database's. Leases and waits go by the database's; but a process whose own is
 * far off shows a machine that is not kept in order, and works no orders.
 */
@Component
public class ClockOffset {

    private static final Duration TOLD = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofHours(1);

    /** By so much a lease is longer than a call, at the least. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ClockOffset.class);

    private final Clock own;
    private final DatabaseClock database;
    private final Duration limit;
    private volatile Duration offset = Duration.ZERO;
    private Instant told = Instant.EPOCH;

    ClockOffset(Clock own, DatabaseClock database, DrainSettings settings, MeterRegistry meters) {
        this.own = own;
        this.database = database;
        Duration half = settings.lease().dividedBy(2);
        this.limit = half.compareTo(LONGEST) < 0 ? half : LONGEST;
        Gauge.builder("ledger.bridge.clock.offset", this, clocks -> clocks.offset.toNanos() / 1e9)
                .baseUnit("seconds")
                .description("How far this process's clock is ahead of the database's")
                .register(meters);
    }

    /** Compares the clocks. */
    public void measure() {
        Instant before = own.instant();
        Instant there = database.now();
        offset = surely(Duration.between(there, before), Duration.between(there, own.instant()));
        if (offset.abs().compareTo(TOLD) > 0 && Duration.between(told, there).compareTo(BETWEEN) >= 0) {
            told = there;
            LOG.warn(
                    "This process's clock is {} ahead of the database's{}",
                    offset,
                    isTooFar() ? ": it works no orders until that is mended" : "");
        }
    }

    /** The database's time was read somewhere between the two: what is off in any case. */
    private static Duration surely(Duration least, Duration most) {
        if (least.compareTo(Duration.ZERO) > 0) {
            return least;
        }
        return most.isNegative() ? most : Duration.ZERO;
    }

    /** Negative where the database's clock is ahead. */
    public Duration offset() {
        return offset;
    }

    /** Whether it is too far for this process to work orders. */
    public boolean isTooFar() {
        return offset.abs().compareTo(limit) > 0;
    }

    /** Whether it is far enough to be told. */
    public boolean isOff() {
        return offset.abs().compareTo(TOLD) > 0;
    }
}
