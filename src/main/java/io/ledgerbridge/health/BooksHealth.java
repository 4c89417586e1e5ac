package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.BooksBehind;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.faults.Seconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Says whose books are older than Sage X3's ledger, and at the start where the books end. Never down for it, since no
 * order waits: each is looked up before it is created.
 */
@Component("booksHealthIndicator")
class BooksHealth extends AbstractHealthIndicator implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BooksHealth.class);

    /** A start takes no longer: whatever is missing beyond that is told as a warning. */
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Shops shops;
    private final RestoredBooks books;
    private final Clock clock;

    BooksHealth(Shops shops, RestoredBooks books, Clock clock) {
        super("the books can't be looked at");
        this.shops = shops;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        books.end().ifPresent(this::tell);
        books.all()
                .forEach(behind -> LOG.warn(
                        "The books of store {} are behind since {}: {}",
                        behind.store(),
                        Seconds.of(behind.since()),
                        detail(behind)));
    }

    private void tell(Instant end) {
        Duration gap = Duration.between(end, clock.instant());
        if (gap.compareTo(USUAL) > 0) {
            LOG.warn(
                    "The books end at {}, {} ago: nothing was worked since, or they are a backup's. What changed since is read again, and no order from before this start is created in Sage X3 without a look-up",
                    end,
                    gap);
        } else {
            LOG.info("The books end at {}, {} ago", end, gap);
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (BooksBehind behind : books.all()) {
            if (shops.find(behind.store()).isPresent()) {
                health.withDetail(
                        behind.store(),
                        Map.of(
                                "state",
                                "behind",
                                "since",
                                behind.since().toString(),
                                "entries",
                                behind.entries(),
                                "detail",
                                detail(behind)));
            }
        }
    }

    /** How it showed first. */
    static String detail(BooksBehind behind) {
        return behind.x3Number() == null
                ? "The database has lost that %s of order %d was sent to Sage X3"
                        .formatted(behind.reference(), behind.order())
                : "Sage X3 has %s of order %d as entry %s, which these books never sent"
                        .formatted(behind.reference(), behind.order(), behind.x3Number());
    }
}
