package io.ledgerbridge.health;

import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.work.ClockOffset;
import io.ledgerbridge.work.Watchdog;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while no order moves though some are due, while every work of a store fails in a way that nobody foresaw, while nobody
 * polls for due orders, and while this process's clock is so far off that it works none.
 */
@Component("posting")
class PostingHealth implements HealthIndicator {

    private final Watchdog watchdog;
    private final ClockOffset clocks;

    PostingHealth(Watchdog watchdog, ClockOffset clocks) {
        this.watchdog = watchdog;
        this.clocks = clocks;
    }

    @Override
    public Health health() {
        boolean up = !watchdog.isStalled() && watchdog.failing().isEmpty() && !clocks.isTooFar();
        Health.Builder health = (up ? Health.up() : Health.down())
                .withDetail("due", watchdog.dueOrders())
                .withDetail("workers", watchdog.busy());
        if (watchdog.isStalled()) {
            health.withDetail("since", watchdog.since().toString())
                    .withDetail(
                            "why",
                            watchdog.isUnwatched()
                                    ? "nobody looks for due orders: drain-inbox does not run"
                                    : "orders are due and the work of none comes to an end");
        }
        watchdog.failing()
                .forEach((store, since) -> health.withDetail(
                        "failing " + store,
                        "every order that was worked since %s; the log says why".formatted(Seconds.of(since))));
        if (clocks.isOff()) {
            health.withDetail("clock", clock());
        }
        return health.build();
    }

    private String clock() {
        String what = "this process's clock is %s ahead of the database's".formatted(clocks.offset());
        return clocks.isTooFar() ? what + ": it works no orders until that is mended" : what;
    }
}
