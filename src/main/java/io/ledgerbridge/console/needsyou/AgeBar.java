package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.parked.ParkedAge;
import java.util.List;

/**
 * How many orders have waited for so long, as a bar.
 *
 * @param width of its {@value #WIDEST}; 0 where there are none
 */
record AgeBar(ParkedAge age, double width) {

    static final int WIDEST = 100;

    /** One order among thousands is to be seen. */
    private static final double LEAST = 1;

    static List<AgeBar> of(List<ParkedAge> ages) {
        long most = Math.max(1, ages.stream().mapToLong(ParkedAge::orders).max().orElse(1));
        return ages.stream()
                .map(age -> new AgeBar(age, width(age.orders(), most)))
                .toList();
    }

    private static double width(long orders, long most) {
        return orders == 0 ? 0 : Math.max(LEAST, (double) orders * WIDEST / most);
    }
}
