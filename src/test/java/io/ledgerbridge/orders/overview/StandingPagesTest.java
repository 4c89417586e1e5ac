package io.ledgerbridge.orders.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderState;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is looked for, each total is the count of the list that it leads to. */
@OnEachDatabase
class StandingPagesTest {

    private static final List<OrderState> STATES = List.of(OrderState.values());

    private static final List<String> OUTCOMES =
            List.of("NULL", "'posted'", "'ignored'", "'held'", "'set-aside'", "'parked'");

    private final Database database;
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext beans;
    private final StandingPages pages;

    StandingPagesTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.beans = database.beans(
                new TestClock("2026-11-05T12:00:00Z"),
                Mocks.class,
                OrderList.class,
                LastLooks.class,
                Overviews.class,
                StandingPages.class);
        this.pages = beans.getBean(StandingPages.class);
    }

    @BeforeEach
    void seed() {
        database.clear();
        Random random = new Random(11);
        for (int order = 1; order <= 150; order++) {
            String outcome = OUTCOMES.get(random.nextInt(6));
            SeededOrders one = SeededOrders.posted(
                            jdbc, pick(random, "us", "eu"), order, pick(random, "2026-11-01", "2026-11-02"), "1")
                    .with("outcome", outcome)
                    .with("reason", "'" + pick(random, "gave-up", "unmapped-channel") + "'")
                    .with("channel", pick(random, "'1'", "'2'", "NULL"))
                    .with("currency", pick(random, "'USD'", "'EUR'"))
                    .with("total", pick(random, "1204", "7", "1.204"))
                    .with("assigned_to", pick(random, "'M. Keller'", "NULL"))
                    .with("flags", pick(random, "'[{\"kind\":\"TAX_NOT_REFUNDED\",\"detail\":\"x\"}]'", "NULL"));
            if (outcome.equals("NULL") || random.nextInt(5) == 0) {
                one.due("2026-11-05 11:00:00+00", random.nextBoolean() ? "me" : null);
            }
            one.insert();
        }
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void leadToListsOfAsManyAsTheySay() {
        Random random = new Random(5);
        for (int n = 0; n < 40; n++) {
            OrderFilter filter = filter(random);
            StandingPage page = pages.page(filter, null, 50);

            assertThat(counted(page.totals())).as(filter.toString()).isEqualTo(lists(filter));
            assertThat(page.totals().known())
                    .as(filter.toString())
                    .isEqualTo(pages.page(filter.in(null), null, 1).found().count());
        }
    }

    private Map<OrderState, Long> lists(OrderFilter filter) {
        Map<OrderState, Long> lists = new EnumMap<>(OrderState.class);
        for (OrderState state : List.of(
                OrderState.POSTED,
                OrderState.IGNORED,
                OrderState.HELD,
                OrderState.SET_ASIDE,
                OrderState.ON_THE_WAY,
                OrderState.PARKED)) {
            lists.put(state, pages.page(filter.in(state), null, 1).found().count());
        }
        return lists;
    }

    private static Map<OrderState, Long> counted(OrderTotals totals) {
        return Map.of(
                OrderState.POSTED, totals.inLedger(),
                OrderState.IGNORED, totals.noEntry(),
                OrderState.HELD, totals.held(),
                OrderState.SET_ASIDE, totals.setAside(),
                OrderState.ON_THE_WAY, totals.onTheWay(),
                OrderState.PARKED, totals.needYou());
    }

    /** Rows, foot and totals are three statements. */
    @Test
    void agreeWithTheListWhileOthersChangeIt() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int order = 0; !over.get(); order++) {
                jdbc.sql("UPDATE due_order SET outcome = %s, due_at = NULL WHERE order_id = %d"
                                .formatted(order % 2 == 0 ? "'posted'" : "'held'", 1 + order % 149))
                        .update();
            }
        });
        try {
            for (int read = 0; read < 50; read++) {
                StandingPage page = pages.page(OrderFilter.NONE.in(OrderState.POSTED), null, 5);
                assertThat(page.found().count()).isEqualTo(page.totals().inLedger());
            }
        } finally {
            over.set(true);
        }
        writer.get();
    }

    private static OrderFilter filter(Random random) {
        LocalDate day = LocalDate.parse("2026-11-01");
        return new OrderFilter(
                some(random, "us"),
                random.nextInt(3) == 0 ? STATES.get(random.nextInt(STATES.size())) : null,
                some(random, "2"),
                some(random, "EUR"),
                random.nextInt(4) == 0 ? day : null,
                random.nextInt(4) == 0 ? day : null,
                some(random, "1,204"),
                some(random, "gave-up"),
                random.nextInt(4) == 0 ? new BigDecimal("7") : null,
                random.nextInt(4) == 0 ? OrderFlag.Kind.TAX_NOT_REFUNDED : null,
                some(random, "M. Keller"),
                null,
                null);
    }

    private static @Nullable String some(Random random, String value) {
        return random.nextInt(4) == 0 ? value : null;
    }

    private static String pick(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }

    /** What the totals need nothing of. */
    static class Mocks {

        @Bean
        Stops stops() {
            return mock(Stops.class);
        }

        @Bean
        X3Limits limits() {
            return mock(X3Limits.class);
        }
    }
}
