package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders in a currency that isn't that of Sage X3's ledger, whose rate changes: us by GraphQL, eu by REST, jp by SOAP, and
 * ca by GraphQL with refunds at their own day's rate.
 */
@WholeProgram
class ExchangeRatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DAY = Duration.ofDays(1);
    private static final TestClock SHOP = new TestClock("2026-10-31T15:00:00Z");
    private static final Map<String, String> PREFIXES = Map.of("us", "BC", "eu", "EU", "jp", "JP", "ca", "CA");

    private static Instant ordered;
    private static Bench bench;

    @BeforeAll
    static void start() {
        ordered = Instant.now().minus(DAY.multipliedBy(20));
        SHOP.set(ordered);
        Map<String, String> settings = new LinkedHashMap<>(Bench.by("rest", "eu"));
        settings.putAll(Bench.by("soap", "jp"));
        settings.put("ledger-bridge.stores.jp.sage-x3.reference-field", "REFINT");
        settings.put("ledger-bridge.stores.eu.sage-x3.reference-field", "REFINT");
        settings.put("ledger-bridge.stores.ca.journal.refund-rate", "refund");
        bench = Bench.start(settings, List.of("eu", "jp", "ca"), SHOP);
        bench.x3()
                .ledger()
                .folder(Bench.FOLDER)
                .rates()
                .from(day(0), "USD", "0.91237")
                .from(day(9), "USD", "0.90011")
                .from(day(18), "USD", "0.85559");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void beginAtTheDayOfTheOrder() {
        SHOP.set(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void aCancellationAtAnotherRateLeavesNothingInTheLedgersCurrency(String store) throws Exception {
        long order = ordered(store);
        SHOP.set(ordered.plus(DAY.multipliedBy(18)));
        shop(store).cancel(order);
        work(store, order, 2);

        assertThat(balance(store, order))
                .allSatisfy((account, sum) -> assertThat(sum).isZero());
        assertThat(entries(store, order)).element(1).satisfies(entry -> {
            assertThat(entry.date()).isEqualTo(day(18));
            assertThat(entry.extras().documentDate()).isEqualTo(day(18));
            assertThat(entry.extras().rateDate()).isEqualTo(day(0));
        });
        JsonNode reversal = journals(store, order).path(1);
        assertThat(reversal.path("documentDate").asText()).isEqualTo(day(18).toString());
        assertThat(reversal.path("rateDate").asText()).isEqualTo(day(0).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void aRefundInFullLeavesNothingOfTheSaleInTheLedgersCurrency(String store) throws Exception {
        long order = ordered(store);
        SHOP.set(ordered.plus(DAY.multipliedBy(18)));
        shop(store).refund(order, RefundRequest.everythingLeft());
        work(store, order, 2);

        assertThat(balance(store, order))
                .allSatisfy((account, sum) -> assertThat(sum).as(account).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void aCancellationAfterAnEditLeavesNothingAtEitherRate(String store) throws Exception {
        long order = ordered(store);
        SHOP.set(ordered.plus(DAY.multipliedBy(9)));
        shop(store).edit(order, cart -> cart.with(Item.of("CAP", "Cap", "15.55")));
        work(store, order, 2);
        SHOP.set(ordered.plus(DAY.multipliedBy(18)));
        shop(store).cancel(order);
        work(store, order, 4);

        assertThat(balance(store, order))
                .allSatisfy((account, sum) -> assertThat(sum).as(account).isZero());
        assertThat(entries(store, order))
                .extracting(entry -> entry.extras().rateDate())
                .containsExactly(day(0), day(9), day(0), day(9));
    }

    @Test
    void aRefundAtItsOwnRateLeavesTheDifference() throws Exception {
        long order = ordered("ca");
        SHOP.set(ordered.plus(DAY.multipliedBy(18)));
        shop("ca").refund(order, RefundRequest.everythingLeft());
        work("ca", order, 2);

        BigDecimal revenue = new BigDecimal("99.90");
        BigDecimal difference = revenue.multiply(new BigDecimal("0.85559").subtract(new BigDecimal("0.91237")));
        assertThat(balance("ca", order).get("707000")).isCloseTo(difference, within(new BigDecimal("0.01")));
    }

    @Test
    void theReferenceIsSentTwiceAndFoundByTheIndexedField() throws Exception {
        for (String store : List.of("eu", "jp")) {
            long order = ordered(store);
            assertThat(entries(store, order))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.extras().secondReference())
                            .isEqualTo(entry.reference())
                            .isEqualTo(PREFIXES.get(store) + order));
        }
    }

    /** Of 99.90 and 7.77 for shipping, with tax of 8.25 %. */
    private static long ordered(String store) throws Exception {
        long order = shop(store)
                .place(
                        Cart.in("USD")
                                .with(Item.of("BAG", "Bag", "99.90"))
                                .shipping("7.77")
                                .taxRate("0.0825"),
                        1)
                .id();
        shop(store).pay(order);
        work(store, order, 1);
        return order;
    }

    /** Works it and waits for so many entries. */
    private static void work(String store, long order, int entries) throws Exception {
        shop(store).takeEvents();
        assertThat(bench.post("/api/stores/%s/orders/%d/replay".formatted(store, order), "{}")
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await("%d entries of %s's order %d".formatted(entries, store, order))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> entries(store, order).size() == entries && isPosted(store, order));
    }

    private static boolean isPosted(String store, long order) throws Exception {
        for (JsonNode journal : journals(store, order)) {
            if (!journal.path("state").asText().equals("posted")) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode journals(String store, long order) throws Exception {
        return JSON.readTree(bench.get("/api/stores/%s/orders/%d".formatted(store, order), "application/json")
                        .body())
                .path("journals");
    }

    private static List<PostedEntry> entries(String store, long order) {
        return bench.entries().stream()
                .filter(entry -> isOf(store, order, entry))
                .toList();
    }

    private static Map<String, BigDecimal> balance(String store, long order) {
        return bench.x3().ledger().trialBalanceInOwnCurrency(Bench.FOLDER, entry -> isOf(store, order, entry));
    }

    private static boolean isOf(String store, long order, PostedEntry entry) {
        String first = PREFIXES.get(store) + order;
        return entry.reference().equals(first) || entry.reference().startsWith(first + "-");
    }

    private static Store shop(String store) {
        return bench.store(store);
    }

    private static LocalDate day(int after) {
        return LocalDate.ofInstant(ordered.plus(DAY.multipliedBy(after)), ZoneId.of("America/Chicago"));
    }
}
