package io.ledgerbridge.console.home;

import io.ledgerbridge.orders.OrderHours.Hour;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three lines over the last hours, in a drawing {@value #WIDTH} wide and {@value #HEIGHT} high: what came in, what was settled,
 * and what needs a person.
 *
 * @param came the points of the line, as SVG has them
 * @param settled likewise
 * @param needYou likewise
 */
public record HourLine(List<Hour> hours, String came, String settled, String needYou, long most) {

    public static final int WIDTH = 480;
    public static final int HEIGHT = 80;

    static HourLine of(List<Hour> hours) {
        long most = Math.max(
                1,
                hours.stream()
                        .mapToLong(hour -> Math.max(hour.came(), Math.max(hour.settled(), hour.needYou())))
                        .max()
                        .orElse(1));
        return new HourLine(
                hours,
                points(hours, Hour::came, most),
                points(hours, Hour::settled, most),
                points(hours, Hour::needYou, most),
                most);
    }

    private static String points(List<Hour> hours, ToLongFunction<Hour> count, long most) {
        double step = (double) WIDTH / Math.max(1, hours.size() - 1);
        return IntStream.range(0, hours.size())
                .mapToObj(index -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        index * step,
                        HEIGHT - 2 - count.applyAsLong(hours.get(index)) * (HEIGHT - 4.0) / most))
                .collect(Collectors.joining(" "));
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
