package io.ledgerbridge.books;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a posted journal's reference is looked up again. */
final class LookUpTimes {

    /** How long after it was posted. */
    private static final List<Duration> AFTER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(60));

    /** And how long where its month was over by then, and is closed some days later. */
    private static final List<Duration> BEFORE_THE_CLOSE = List.of(Duration.ofDays(1), Duration.ofDays(5));

    private LookUpTimes() {}

    static Instant soon(Instant now) {
        return now.plus(AFTER.get(0));
    }

    static Instant late(Instant now) {
        return now.plus(AFTER.get(AFTER.size() - 1));
    }

    static Instant first(Journal journal) {
        return journal.postedAt() == null ? Instant.EPOCH : soon(journal.postedAt());
    }

    /** The next after now; empty after the last. */
    static Optional<Instant> next(Journal journal, Instant now) {
        Instant since = journal.postedAt() == null ? journal.createdAt() : journal.postedAt();
        Instant over = monthIsOver(journal);
        Stream<Instant> later = over.isAfter(since)
                ? Stream.of(over)
                : BEFORE_THE_CLOSE.stream().map(since::plus);
        return Stream.concat(AFTER.stream().map(since::plus), later)
                .filter(at -> at.isAfter(now))
                .findFirst();
    }

    /** When the month of its accounting date is over in every time zone. */
    private static Instant monthIsOver(Journal journal) {
        return YearMonth.from(journal.entry().accountingDate())
                .plusMonths(1)
                .atDay(1)
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
    }
}
