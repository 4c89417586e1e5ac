package io.ledgerbridge.sandbox.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import io.ledgerbridge.sandbox.day.Ledger.Account;
import io.ledgerbridge.sandbox.day.Ledger.Posting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The day, played against a listener that posts nothing. */
@WholeProgram
class DayTest {

    private static final Map<String, Integer> ARRIVALS = new ConcurrentHashMap<>();
    private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();
    private static final Day DAY = new Day(0, 2026, new PrintStream(TOLD, true, StandardCharsets.UTF_8)).written();

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(4);
    private static @Nullable HttpServer bridge;

    @BeforeAll
    static void play() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.setExecutor(THREADS);
        bridge.createContext("/webhooks/bigcommerce", DayTest::take);
        bridge.createContext("/again", DayTest::passOver);
        bridge.start();
        DAY.sendTo(bridge());
        assertThat(play(DAY)).isTrue();
    }

    private static boolean play(Day day) {
        return Stream.of(Day.Act.values()).allMatch(act -> day.play(act, () -> true, Duration.ofSeconds(10)));
    }

    private static URI bridge() {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(bridge).getAddress().getPort());
    }

    private static void passOver(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ARRIVALS.merge(body, 1, Integer::sum);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @AfterAll
    static void close() {
        DAY.close();
        Objects.requireNonNull(bridge).stop(0);
        THREADS.shutdownNow();
    }

    @Test
    void has200OrdersAndTheirRefunds() {
        assertThat(DAY.store(Shop.US).orders()).hasSize(160);
        assertThat(DAY.store(Shop.EU).orders()).hasSize(40);
        assertThat(refunds()).isBetween(60, 80);
        assertThat(DAY.store(Shop.US).orders().stream()
                        .map(order -> order.channel())
                        .distinct())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 9L);
    }

    @Test
    void deliversEveryEventAtLeastTwice() {
        assertThat(ARRIVALS).hasSizeGreaterThan(1000);
        assertThat(ARRIVALS.values()).allMatch(times -> times >= 2);
    }

    @Test
    void isTheSameForTheSameSeed() {
        try (Day again = new Day(0, 2026, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .written()) {
            for (Shop shop : Shop.values()) {
                URI elsewhere = bridge().resolve("/again");
                again.store(shop).hooks().create(shop.token(), "store/order/*", elsewhere, true, Map.of());
            }
            play(again);
            assertThat(again.store(Shop.US).orderJson())
                    .isEqualTo(DAY.store(Shop.US).orderJson());
            assertThat(again.store(Shop.EU).refundsJson())
                    .isEqualTo(DAY.store(Shop.EU).refundsJson());
        }
    }

    @Test
    void whatBigCommerceSaysBalancesForEachOrder() {
        Map<String, BigDecimal> sums = right().stream()
                .collect(Collectors.groupingBy(
                        Posting::order, Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)));
        assertThat(sums).hasSizeBetween(170, 190);
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void everyChannelHasAccountsOfItsOwn() {
        List<String> all = DayBooks.booksOfTheDay().stream()
                .flatMap(books -> books.all().stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    @Test
    void aLedgerThatHoldsWhatBigCommerceSaysDoesNotDiffer() {
        Comparison comparison = Comparison.of(DAY, () -> right().stream());
        assertThat(comparison.differs()).isFalse();
        assertThat(printed(comparison)).contains("No difference").doesNotContain("!");
    }

    @Test
    void aCentTooMuchOrAnUnknownAccountIsADifference() {
        Account receivable = new Account("SEED", "411000", "USD");
        Account stranger = new Account("SEED", "999999", "USD");
        List<Posting> wrong = new ArrayList<>(right());
        wrong.add(new Posting("BC1001", receivable, new BigDecimal("0.01")));
        wrong.add(new Posting("BC1001-A1", stranger, new BigDecimal("-0.01")));

        Comparison comparison = Comparison.of(DAY, wrong::stream);

        assertThat(comparison.differences()).containsExactly(receivable, stranger);
        assertThat(comparison.ordersThatDiffer()).containsExactly("BC1001");
        assertThat(printed(comparison)).contains("2 of ").contains("0.01 !").contains("accounts of no channel");
    }

    @Test
    void twoFaultsThatMakeUpForEachOtherAreADifference() {
        Account receivable = new Account("SEED", "411000", "USD");
        List<Posting> wrong = new ArrayList<>(right());
        wrong.add(new Posting("BC1002", receivable, new BigDecimal("5.00")));
        wrong.add(new Posting("BC1003-R9", receivable, new BigDecimal("-5.00")));

        Comparison comparison = Comparison.of(DAY, wrong::stream);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.ordersThatDiffer()).containsExactly("BC1002", "BC1003");
        assertThat(comparison.differs()).isTrue();
    }

    /** A ledger as it should be. */
    private static List<Posting> right() {
        return Comparison.of(DAY, Stream::empty).expected();
    }

    @Test
    void printsWithin100Columns() {
        String all = TOLD.toString(StandardCharsets.UTF_8) + printed(Comparison.of(DAY, Stream::empty));
        assertThat(all.lines()).allMatch(line -> line.length() <= 100);
    }

    private static String printed(Comparison comparison) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        comparison.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int refunds() {
        return Stream.of(Shop.values())
                .map(DAY::store)
                .map(Store::refundsJson)
                .mapToInt(List::size)
                .sum();
    }
}
