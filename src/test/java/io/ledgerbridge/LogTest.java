package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One line for each order that ends, and one stack for what fails again and again. */
@WholeProgram
class LogTest {

    private static final Kept LOG = new Kept();

    private static Bench bench;

    /** Every line that the program logs. */
    private static final class Kept extends AppenderBase<ILoggingEvent> {

        private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            lines.add(line);
        }

        List<ILoggingEvent> of(long order) {
            return lines.stream()
                    .filter(line -> line.getFormattedMessage().matches("(?s).*\\border %d\\b.*".formatted(order)))
                    .toList();
        }

        List<ILoggingEvent> stacks() {
            return lines.stream()
                    .filter(line -> Objects.nonNull(line.getThrowableProxy()))
                    .toList();
        }
    }

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of("logging.level.io.ledgerbridge", "info", "ledger-bridge.retry.max-delay", "500ms"));
        LOG.start();
        root().addAppender(LOG);
    }

    @AfterAll
    static void stop() {
        bench.close();
        root().detachAppender(LOG);
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @BeforeEach
    void forget() {
        LOG.lines.clear();
    }

    @AfterEach
    void mend() {
        bench.x3().faults().clear();
    }

    @Test
    void hasOneLineForAnOrderThatIsPosted() throws Exception {
        ShopOrder order = placed(1);
        deliver(order);
        bench.await(order.id(), "posted");

        oneLine(order, Level.INFO, "Store us, order %d is posted".formatted(order.id()));
    }

    @Test
    void hasOneLineForAnOrderThatThePlanParks() throws Exception {
        ShopOrder order = placed(7);
        deliver(order);
        bench.await(order.id(), "parked");

        oneLine(order, Level.WARN, "Store us, order %d parks: unmapped-channel: ".formatted(order.id()));
    }

    @Test
    void hasOneLineForAnOrderThatX3Refuses() throws Exception {
        bench.x3()
                .faults()
                .decide(call ->
                        call.reference().isEmpty() ? Fault.none() : Fault.of(Fault.Way.REFUSED, "no such site"));
        ShopOrder order = placed(1);
        deliver(order);
        bench.await(order.id(), "parked");

        oneLine(order, Level.WARN, "Store us, order %d parks: refused-by-x3: ".formatted(order.id()));
    }

    @Test
    void hasOneLineForAnOrderThatWaitsForItsPayment() throws Exception {
        ShopOrder order = bench.store().place(cart(), 1);
        deliver(order);
        Awaitility.await().until(() -> !LOG.of(order.id()).isEmpty());

        assertThat(LOG.of(order.id()))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.getLevel()).isEqualTo(Level.INFO));
    }

    /** A column that is gone fails every order at the same place, over and over. */
    @Test
    void hasOneStackForWhatFailsAgainAndAgain() throws Exception {
        JdbcTemplate jdbc = bench.bean(JdbcTemplate.class);
        List<ShopOrder> orders = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            orders.add(placed(1));
        }
        int before = failures(jdbc);
        jdbc.execute("ALTER TABLE journal ALTER COLUMN description RENAME TO words_away");
        for (ShopOrder order : orders) {
            deliver(order);
        }
        Awaitility.await("four failures each")
                .until(() -> jdbc.queryForObject("SELECT sum(attempts) FROM due_order", Integer.class) >= 40);
        jdbc.execute("ALTER TABLE journal ALTER COLUMN words_away RENAME TO description");

        orders.forEach(order -> bench.await(order.id(), "posted"));
        assertThat(LOG.stacks()).hasSize(1);
        int failures = failures(jdbc) - before;
        assertThat(failures).isGreaterThanOrEqualTo(40);
        assertThat(LOG.lines).as("a line each time").hasSizeLessThan(failures + 110);
    }

    private static int failures(JdbcTemplate jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT count(*) FROM audit WHERE step = 'order-retried'", Integer.class));
    }

    private static void oneLine(ShopOrder order, Level level, String beginning) {
        Awaitility.await().until(() -> !LOG.of(order.id()).isEmpty());
        assertThat(LOG.of(order.id())).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(level);
            assertThat(line.getFormattedMessage()).startsWith(beginning).doesNotContain("\n");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    /** One event alone, so that each order is worked once. */
    private static void deliver(ShopOrder order) throws Exception {
        assertThat(bench.deliver("""
                        {"producer": "stores/abc123", "scope": "store/order/updated", "created_at": 1551822011,
                         "data": {"type": "order", "id": %d}}""".formatted(order.id()))).isEqualTo(200);
    }

    private static ShopOrder placed(int channel) {
        ShopOrder order = bench.store().place(cart(), channel);
        bench.store().pay(order.id());
        return order;
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00"));
    }
}
