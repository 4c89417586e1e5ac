package io.ledgerbridge.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.orders.OrderHours.Hour;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two lines from the ground to the highest of both. */
class HourLineTest {

    private static final Locale BEFORE = Locale.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void reachesToTheHighestOfBoth() {
        // a comma would part a point
        Locale.setDefault(Locale.GERMANY);

        HourLine line = HourLine.of(List.of(hour(0, 10), hour(5, 0), hour(10, 10)));

        assertThat(line.most()).isEqualTo(10);
        assertThat(line.came()).isEqualTo("0.0,78.0 240.0,40.0 480.0,2.0");
        assertThat(line.done()).isEqualTo("0.0,2.0 240.0,78.0 480.0,2.0");
    }

    @Test
    void liesOnTheGroundWhereNothingWas() {
        assertThat(HourLine.of(List.of(hour(0, 0), hour(0, 0))).came()).isEqualTo("0.0,78.0 480.0,78.0");
        assertThat(HourLine.of(List.of()).came()).isEmpty();
    }

    private static Hour hour(long came, long done) {
        return new Hour(Instant.EPOCH, came, done);
    }
}
