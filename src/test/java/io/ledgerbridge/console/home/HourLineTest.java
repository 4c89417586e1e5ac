package io.ledgerbridge.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.orders.OrderHours.Hour;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three lines from the ground to the highest of all. */
class HourLineTest {

    private static final Locale BEFORE = Locale.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void reachesToTheHighestOfAll() {
        // a comma would part a point
        Locale.setDefault(Locale.GERMANY);

        HourLine line = HourLine.of(List.of(hour(0, 10, 0), hour(5, 0, 20), hour(10, 10, 0)));

        assertThat(line.most()).isEqualTo(20);
        assertThat(line.came()).isEqualTo("0.0,78.0 240.0,59.0 480.0,40.0");
        assertThat(line.settled()).isEqualTo("0.0,40.0 240.0,78.0 480.0,40.0");
        assertThat(line.needYou()).isEqualTo("0.0,78.0 240.0,2.0 480.0,78.0");
    }

    @Test
    void liesOnTheGroundWhereNothingWas() {
        assertThat(HourLine.of(List.of(hour(0, 0, 0), hour(0, 0, 0))).came()).isEqualTo("0.0,78.0 480.0,78.0");
        assertThat(HourLine.of(List.of()).came()).isEmpty();
    }

    private static Hour hour(long came, long settled, long needYou) {
        return new Hour(Instant.EPOCH, came, settled, needYou);
    }
}
