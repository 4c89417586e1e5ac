package io.ledgerbridge.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/** One kind of rows: how old they may become, and how many of them a step removes. */
final class OldKind {

    private static final int FEWEST = 10;
    private static final int FIRST = 100;
    private static final int MOST = 1000;

    private final String table;
    private final Duration age;
    private final BiFunction<Instant, Integer, Integer> step;
    private int rows = FIRST;

    /** @param step by the instant before which rows are old, and how many at the most: how many it removed */
    OldKind(String table, Duration age, BiFunction<Instant, Integer, Integer> step) {
        this.table = table;
        this.age = age;
        this.step = step;
    }

    String table() {
        return table;
    }

    int rows() {
        return rows;
    }

    int remove(Instant now) {
        return step.apply(now.minus(age), rows);
    }

    /** The next step removes so many, within bounds. */
    void nextOf(int rows) {
        this.rows = Math.max(FEWEST, Math.min(MOST, rows));
    }
}
