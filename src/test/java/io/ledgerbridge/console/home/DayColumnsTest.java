package io.ledgerbridge.console.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ledgerbridge.console.home.DayColumns.Bar;
import io.ledgerbridge.console.home.DayColumns.Column;
import io.ledgerbridge.orders.OrderDays.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three parts of a day stand on each other, and one order among thousands is seen. */
class DayColumnsTest {

    @Test
    void standOnEachOther() {
        Column column = DayColumns.of(List.of(day(60, 30, 10))).columns().get(0);

        assertThat(bottom(column.settled())).isEqualTo(DayColumns.HEIGHT);
        assertThat(bottom(column.onTheWay())).isEqualTo(column.settled().y());
        assertThat(bottom(column.needYou())).isEqualTo(column.onTheWay().y());
        assertThat(column.settled().height()).isCloseTo(2 * column.onTheWay().height(), within(0.001));
    }

    @Test
    void stayWithinTheDrawingAndShowOneOrderAmongThousands() {
        DayColumns columns = DayColumns.of(List.of(day(1_000_000, 1, 1), day(0, 0, 1), day(0, 0, 0)));

        assertThat(columns.columns()).allSatisfy(column -> {
            assertThat(column.needYou().y()).isNotNegative();
            assertThat(column.x() + column.width()).isLessThan(DayColumns.WIDTH);
        });
        assertThat(columns.columns().get(0).needYou().height()).isEqualTo(3);
        assertThat(columns.columns().get(1).needYou().height()).isEqualTo(3);
        assertThat(columns.columns().get(2).needYou().height()).isZero();
        assertThat(columns.most()).isEqualTo(1_000_002);
    }

    private static double bottom(Bar bar) {
        return bar.y() + bar.height();
    }

    private static Day day(long settled, long onTheWay, long needYou) {
        return new Day(LocalDate.EPOCH, settled, onTheWay, needYou);
    }
}
