package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Folder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sage X3 refuses a date because its period is closed. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ClosedPeriodTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOSED_PERIOD = "ledger-bridge.stores.us.journal.closed-period";

    private static Bench rolling;

    @BeforeAll
    static void start() {
        rolling = rolling(Map.of());
    }

    @AfterAll
    static void stop() {
        rolling.close();
    }

    @AfterEach
    void openEveryPeriod() {
        YearMonth now = YearMonth.now(ZoneId.of("America/Chicago"));
        IntStream.rangeClosed(-1, 14).forEach(month -> folder(rolling).open(now.plusMonths(month)));
    }

    @Test
    void parksUntilThePeriodIsOpenedAndThenPostsOnTheDateItself() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder order = placed(bench);
            LocalDate date = date(bench, order);
            folder(bench).close(YearMonth.from(date));
            replay(bench, order);
            JsonNode parked = bench.await(order.id(), "parked");
            folder(bench).open(YearMonth.from(date));

            replay(bench, order);

            bench.await(order.id(), "posted");
            assertThat(parked.path("reason").asText()).isEqualTo("closed-period");
            assertThat(parked.path("detail").asText()).contains("The period is closed", date.toString());
            assertThat(parked.path("remedy").asText()).contains("roll-forward");
            assertThat(bench.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.date()).isEqualTo(date));
        }
    }

    static Stream<Map<String, String>> interfaces() {
        return Stream.of(Map.of(), Bench.byRest());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void rollsForwardOverTheClosedMonthsUnderTheSameReference(Map<String, String> settings) throws Exception {
        try (Bench bench = rolling(settings)) {
            ShopOrder order = placed(bench);
            LocalDate date = date(bench, order);
            YearMonth month = YearMonth.from(date);
            folder(bench).close(month).close(month.plusMonths(1));

            replay(bench, order);

            List<JsonNode> journals = journals(bench.await(order.id(), "posted"));
            PostedEntry entry = bench.entries().get(0);
            LocalDate open = month.plusMonths(2).atDay(1);
            assertThat(bench.entries()).hasSize(1);
            assertThat(entry.date()).isEqualTo(open);
            assertThat(entry.reference()).isEqualTo("BC" + order.id());
            assertThat(entry.description()).startsWith("Due " + date);
            assertThat(journals)
                    .extracting(journal -> journal.path("state").asText())
                    .containsExactly("withdrawn", "withdrawn", "posted");
            assertThat(journals)
                    .extracting(journal -> journal.path("reference").asText())
                    .containsOnly("BC" + order.id());
            assertThat(journals.get(2).path("accountingDate").asText()).isEqualTo(open.toString());
            assertThat(journals.get(2).path("originalDate").asText()).isEqualTo(date.toString());
        }
    }

    @Test
    void isFoundAgainByAReplayAfterThePeriodIsOpened() throws Exception {
        ShopOrder order = placed(rolling);
        YearMonth month = YearMonth.from(date(rolling, order));
        folder(rolling).close(month);
        replay(rolling, order);
        rolling.await(order.id(), "posted");
        folder(rolling).open(month);

        JsonNode preview = preview(rolling, order);
        replay(rolling, order);
        rolling.await(order.id(), "posted");

        assertThat(preview.path("journals")).isEmpty();
        assertThat(entries(order)).hasSize(1);
    }

    @Test
    void isNoReasonToMoveAnOrderThatIsEdited() throws Exception {
        ShopOrder order = placed(rolling);
        YearMonth month = YearMonth.from(date(rolling, order));
        folder(rolling).close(month);
        replay(rolling, order);
        rolling.await(order.id(), "posted");
        rolling.store().edit(order.id(), cart -> cart.with(Item.of("TEE", "T-shirt", "20.00")));

        JsonNode preview = preview(rolling, order);

        assertThat(preview.path("journals")).hasSize(1);
        assertThat(preview.path("journals").path(0).path("reference").asText()).isEqualTo("BC" + order.id() + "-A1");
    }

    @Test
    void parksAfterTwelveMonthsAndBeginsAnewWithTheDateItself() throws Exception {
        ShopOrder order = placed(rolling);
        LocalDate date = date(rolling, order);
        YearMonth month = YearMonth.from(date);
        for (int after = 0; after <= 13; after++) {
            folder(rolling).close(month.plusMonths(after));
        }
        replay(rolling, order);
        JsonNode parked = rolling.await(order.id(), "parked");
        folder(rolling).open(month);

        replay(rolling, order);

        rolling.await(order.id(), "posted");
        assertThat(parked.path("reason").asText()).isEqualTo("closed-period");
        assertThat(journals(parked)).hasSize(13);
        assertThat(entries(order))
                .singleElement()
                .satisfies(entry -> assertThat(entry.date()).isEqualTo(date));
    }

    private static Bench rolling(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(CLOSED_PERIOD, "roll-forward");
        return Bench.start(all);
    }

    private static List<PostedEntry> entries(ShopOrder order) {
        return rolling.entries().stream()
                .filter(entry -> entry.reference().equals("BC" + order.id()))
                .toList();
    }

    private static ShopOrder placed(Bench bench) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        return order;
    }

    private static Folder folder(Bench bench) {
        return bench.x3().ledger().folder(Bench.FOLDER);
    }

    /** The accounting date that the order's first entry would have. */
    private static LocalDate date(Bench bench, ShopOrder order) throws Exception {
        return LocalDate.parse(preview(bench, order)
                .path("journals")
                .path(0)
                .path("accountingDate")
                .asText());
    }

    private static JsonNode preview(Bench bench, ShopOrder order) throws Exception {
        return JSON.readTree(bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{\"preview\":true}")
                .body());
    }

    private static void replay(Bench bench, ShopOrder order) throws Exception {
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
    }

    private static List<JsonNode> journals(JsonNode order) {
        return StreamSupport.stream(order.path("journals").spliterator(), false).toList();
    }
}
