package io.ledgerbridge.console.home;

import io.ledgerbridge.orders.OrderDays.Day;
import java.util.ArrayList;
import java.util.List;

/**
 * Days as columns of a drawing that is {@value #WIDTH} wide and {@value #HEIGHT} high: from the ground what is settled, on
 * that what is on the way, and on top what needs a person.
 */
public record DayColumns(List<Column> columns, long most) {

    public static final int WIDTH = 1050;
    public static final int HEIGHT = 120;

    /** One order among thousands is to be seen. */
    private static final double LEAST = 3;

    /** One day. */
    public record Column(Day day, double x, double width, Bar settled, Bar onTheWay, Bar needYou) {}

    /** A part of it, from its upper edge; of no height where there is none. */
    public record Bar(double y, double height) {}

    static DayColumns of(List<Day> days) {
        long most = Math.max(1, days.stream().mapToLong(Day::orders).max().orElse(1));
        double step = (double) WIDTH / Math.max(1, days.size());
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < days.size(); index++) {
            columns.add(column(days.get(index), index * step, step * 0.8, most));
        }
        return new DayColumns(List.copyOf(columns), most);
    }

    private static Column column(Day day, double x, double width, long most) {
        Bar settled = bar(day.settled(), most, HEIGHT);
        Bar onTheWay = bar(day.onTheWay(), most, settled.y());
        Bar needYou = bar(day.needYou(), most, onTheWay.y());
        return new Column(day, x, width, settled, onTheWay, needYou);
    }

    private static Bar bar(long orders, long most, double ground) {
        // room for the least height of the other two
        double height = orders == 0 ? 0 : Math.max(LEAST, orders * (HEIGHT - 2 * LEAST) / most);
        return new Bar(ground - height, height);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
