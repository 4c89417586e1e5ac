package io.ledgerbridge.orders.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderPage;
import io.ledgerbridge.orders.OrderState;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * However many orders there are, lists and totals are right, and say how long they take. With {@code
 * -Dlists.orders=1000000} these are the figures of docs/limits.md.
 */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class LargeListsTest {

    private static final int ORDERS = Integer.getInteger("lists.orders", 20_000);
    private static final int TIMES = Integer.getInteger("lists.times", 5);

    private final Map<String, LongSupplier> queries = new LinkedHashMap<>();

    @Test
    void countsAllOfThemByWhateverTheyAreAskedFor() {
        try (Database database = Databases.postgresql()) {
            long began = System.nanoTime();
            new ManyOrders(database, ORDERS).write();
            System.out.printf("%,d orders in %d s%n", ORDERS, (System.nanoTime() - began) / 1_000_000_000);
            try (AnnotationConfigApplicationContext beans =
                    database.beans(Clock.systemUTC(), OrderList.class, LastLooks.class)) {
                OrderList list = beans.getBean(OrderList.class);
                Overviews overviews = new Overviews(
                        database.jdbc(),
                        list,
                        mock(Stops.class),
                        mock(X3Limits.class),
                        beans.getBean(LastLooks.class),
                        Clock.systemUTC()::instant);
                name(list, overviews);
                assertThat(count(list, OrderFilter.NONE)).isEqualTo(ORDERS);
                queries.forEach((name, query) -> measure(name, query));
            }
        }
    }

    private void name(OrderList list, Overviews overviews) {
        LocalDate first = LocalDate.parse("2026-06-01");
        LocalDate last = LocalDate.parse("2026-06-30");
        queries.put("overview", () -> overviews.of(null, null, null).totals().known());
        queries.put(
                "overview of a store's month",
                () -> overviews.of("us", first, last).totals().known());
        queries.put("all", () -> count(list, OrderFilter.NONE));
        queries.put(
                "a deep page",
                () -> page(list, OrderFilter.NONE, new OrderCursor(first, "us", 500))
                        .count());
        queries.put("a month", () -> count(list, OrderFilter.of(null, first, last)));
        queries.put("a store", () -> count(list, OrderFilter.of("uk", null, null)));
        for (OrderState state : OrderState.values()) {
            queries.put("state " + state, () -> count(list, OrderFilter.NONE.in(state)));
        }
        queries.put("channel", () -> count(list, by("3", null, null, null, null, null)));
        queries.put("a channel with few", () -> count(list, by("9", null, null, null, null, null)));
        queries.put("a channel with none", () -> count(list, by("none", null, null, null, null, null)));
        queries.put("currency", () -> count(list, currency("GBP")));
        queries.put("reason", () -> count(list, by(null, null, "gave-up", null, null, null)));
        queries.put("amount", () -> count(list, by(null, null, null, "158.05", null, null)));
        queries.put("amount of a refund", () -> count(list, by(null, null, null, "153.05", null, null)));
        queries.put("flag", () -> count(list, by(null, null, null, null, OrderFlag.Kind.TAX_NOT_REFUNDED, null)));
        queries.put("assigned to", () -> count(list, by(null, null, null, null, null, "M. Keller")));
        for (String text :
                new String[] {"1004", "158,05", "BC1004", "BC1004-R7", "BC100", "VTE000001004", "VTE00000100", "ZZ"}) {
            queries.put("text " + text, () -> count(list, by(null, text, null, null, null, null)));
        }
    }

    /** After a few times, since the database plans the first ones anew. */
    private static void measure(String name, LongSupplier query) {
        long found = 0;
        for (int n = 0; n < TIMES; n++) {
            found = query.getAsLong();
        }
        long[] took = new long[4 * TIMES];
        for (int n = 0; n < took.length; n++) {
            long began = System.nanoTime();
            found = query.getAsLong();
            took[n] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-30s %,10d orders, median %7.1f ms, p95 %7.1f ms%n",
                name, found, took[took.length / 2] / 1e6, took[took.length * 95 / 100 - 1] / 1e6);
    }

    private static long count(OrderList list, OrderFilter filter) {
        return page(list, filter, null).count();
    }

    private static OrderPage page(OrderList list, OrderFilter filter, @Nullable OrderCursor last) {
        return list.page(list.select(filter), last, 50);
    }

    private static OrderFilter currency(String currency) {
        return new OrderFilter(null, null, null, currency, null, null, null, null, null, null, null, null, null);
    }

    private static OrderFilter by(
            @Nullable String channel,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String amount,
            OrderFlag.@Nullable Kind flag,
            @Nullable String assignedTo) {
        BigDecimal exact = amount == null ? null : new BigDecimal(amount);
        return new OrderFilter(
                null, null, channel, null, null, null, text, reason, exact, flag, assignedTo, null, null);
    }
}
