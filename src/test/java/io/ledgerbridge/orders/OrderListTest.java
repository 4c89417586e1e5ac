package io.ledgerbridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class OrderListTest {

    private final Database database;
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext beans;
    private final OrderList list;

    OrderListTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.beans = database.beans(new TestClock("2026-11-05T12:00:00Z"), OrderList.class);
        this.list = beans.getBean(OrderList.class);
    }

    @BeforeEach
    void seed() {
        database.clear();
        order("us", 1004, "2026-11-01", "158.05").insert();
        order("us", 1005, "2026-11-02", "20.00")
                .with("refunded", 5)
                .with("in_ledger", 15)
                .insert();
        order("eu", 1004, "2026-11-02", "158.05")
                .with("currency", "'EUR'")
                .with("channel", "'2'")
                .insert();
        order("eu", 7, "2026-11-03", "9.00")
                .with("in_ledger", "3")
                .with("outcome", "'parked'")
                .with("reason", "'gave-up'")
                .with("assigned_to", "'M. Keller'")
                .with("flags", "'[{\"kind\":\"TAX_NOT_REFUNDED\",\"detail\":\"x\"}]'")
                .insert();
        order("us", 8, "2026-11-03", "1")
                .unread()
                .with("outcome", null)
                .due("2026-11-05 11:00:00+00", null)
                .insert();
        order("us", 9, "2026-11-04", "1")
                .unread()
                .with("outcome", null)
                .due("2026-11-05 13:00:00+00", "me")
                .insert();
        order("us", 10, "2026-11-04", "1").with("outcome", "'held'").insert();
        order("us", 11, "2026-11-04", "1").with("outcome", "'set-aside'").insert();
        order("us", 12, "2026-11-04", "1").with("outcome", "'ignored'").insert();
        SeededOrders.journal(jdbc, "us", 1005, "BC1005", "VTE2611-000123");
        SeededOrders.journal(jdbc, "us", 1005, "BC1005-R7", "VTE2611-000124");
        SeededOrders.journal(jdbc, "us", 1004, "BC1004", "VTE2611-000125");
        SeededOrders.journal(jdbc, "eu", 7, "EU7", "SAL_1");
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void givesThemNewestDayFirst() {
        assertThat(found(OrderFilter.NONE))
                .containsExactly("us 12", "us 11", "us 10", "us 9", "us 8", "eu 7", "us 1005", "eu 1004", "us 1004");
    }

    /** Final is an order whose entries all are; one that was never read is neither. */
    @ParameterizedTest
    @CsvSource({"final, final, final", "final, temporary, temporary", "final, , ", ", temporary, temporary", ", , "})
    void saysWhetherItsEntriesAreFinal(@Nullable String sale, @Nullable String refund, @Nullable String told) {
        status("BC1005", sale);
        status("BC1005-R7", refund);

        assertThat(list.page(list.select(OrderFilter.NONE), null, 50).items())
                .filteredOn(row -> row.order() == 1005)
                .extracting(OrderRow::x3Status)
                .containsExactly(told);
    }

    private void status(String reference, @Nullable String status) {
        jdbc.sql("UPDATE journal SET x3_status = :status WHERE reference = :reference")
                .param("status", status)
                .param("reference", reference)
                .update();
    }

    @Test
    void givesEachOnceHoweverSmallThePages() {
        for (int size = 1; size <= 10; size++) {
            assertThat(paged(OrderFilter.NONE, size)).as("pages of %d", size).isEqualTo(found(OrderFilter.NONE));
        }
    }

    @Test
    void givesEachOnceAlsoOfThoseThatAFilterLeaves() {
        for (OrderFilter filter : List.of(
                OrderFilter.of("us", null, null),
                OrderFilter.of(null, day("2026-11-02"), null),
                by("currency", "USD"),
                by("channel", "2"),
                by("text", "BC100"),
                OrderFilter.NONE.in(OrderState.POSTED),
                OrderFilter.NONE.in(OrderState.ON_THE_WAY))) {
            for (int size = 1; size <= 4; size++) {
                assertThat(paged(filter, size)).as("%s by %d", filter, size).isEqualTo(found(filter));
            }
        }
    }

    @Test
    void givesAPageAfterAnOrderThatWasMovedMeanwhile() {
        OrderSelection all = list.select(OrderFilter.NONE);
        OrderPage first = list.page(all, null, 3);
        jdbc.sql("UPDATE due_order SET listed_on = DATE '2026-11-30' WHERE order_id = 10")
                .update();
        assertThat(list.page(all, first.next(), 3).items())
                .extracting(OrderRow::order)
                .containsExactly(9L, 8L, 7L);
    }

    @Test
    void sumsUpAllOfThemWhateverThePage() {
        OrderPage page = list.page(list.select(OrderFilter.NONE), null, 2);
        assertThat(page.items()).hasSize(2);
        assertThat(page.count()).isEqualTo(9);
        assertThat(page.sums().stream().map(OrderListTest::shown))
                .containsExactly("EUR 1 0 158.05 0.00 158.05", "USD 6 0 190.05 5.00 179.05", "null 2 2 0.00 0.00 0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "on-the-way, us 9;us 8",
        "waiting, us 8",
        "posting, us 9",
        "posted, us 1005;eu 1004;us 1004",
        "held, us 10",
        "parked, eu 7",
        "ignored, us 12",
        "set-aside, us 11"
    })
    void findsThemByState(String state, String orders) {
        OrderFilter filter = new OrderFilter(
                null,
                OrderState.of(state).orElseThrow(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(found(filter)).containsExactly(orders.split(";"));
        assertThat(list.page(list.select(filter), null, 50).items())
                .allSatisfy(row -> assertThat(state).isIn(row.state(), "on-the-way"));
    }

    @Test
    void findsThoseThatABackfillHasFound() {
        database.jdbc().sql("""
                        INSERT INTO backfill (id, store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (77, 'us', DATE '2026-11-01', DATE '2026-11-02', now(), now(), 0, TRUE, now())""").update();
        database.jdbc()
                .sql("INSERT INTO backfill_order (backfill_id, order_id) VALUES (77, 1004), (77, 8)")
                .update();

        assertThat(found(ofBackfill(77, null))).containsExactlyInAnyOrder("us 8", "us 1004");
        assertThat(found(ofBackfill(77, OrderState.POSTED))).containsExactly("us 1004");
        assertThat(found(ofBackfill(78, null))).isEmpty();
    }

    private static OrderFilter ofBackfill(long backfill, @Nullable OrderState state) {
        return new OrderFilter(null, state, null, null, null, null, null, null, null, null, null, null, backfill);
    }

    @Test
    void findsThemByEachOther() {
        assertThat(found(OrderFilter.of("eu", null, null))).containsExactly("eu 7", "eu 1004");
        assertThat(found(OrderFilter.of(null, day("2026-11-02"), day("2026-11-03"))))
                .containsExactly("us 8", "eu 7", "us 1005", "eu 1004");
        assertThat(found(by("channel", "2"))).containsExactly("eu 1004");
        assertThat(found(by("currency", "EUR"))).containsExactly("eu 1004");
        assertThat(found(by("reason", "gave-up"))).containsExactly("eu 7");
        assertThat(found(by("reason", "other"))).isEmpty();
        assertThat(found(by("flag", "TAX_NOT_REFUNDED"))).containsExactly("eu 7");
        assertThat(found(by("flag", "ON_HOLD"))).isEmpty();
        jdbc.sql(
                        "INSERT INTO order_tag (store, order_id, tag) VALUES ('us', 1004, 'audit'), ('eu', 7, 'audit'), ('us', 12, 'late')")
                .update();
        assertThat(found(by("tag", "audit"))).containsExactly("eu 7", "us 1004");
        assertThat(found(by("tag", "aud"))).isEmpty();
        assertThat(found(by("assignedTo", "M. Keller"))).containsExactly("eu 7");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "158.05 | us 1004;eu 1004 | the total",
                "158,050 | us 1004;eu 1004 | likewise",
                "5 | us 1005 | what was refunded",
                "15.00 | us 1005 | what is left",
                "3 | eu 7 | what the ledger holds",
                "0 | | nothing refunded is no amount",
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void findsThemByAmount(String amount, @Nullable String orders, String why) {
        String[] expected = orders == null ? new String[0] : orders.split(";");
        assertThat(found(by("amount", amount.replace(',', '.')))).as(why).containsExactlyInAnyOrder(expected);
        if (!amount.contains("3")) {
            assertThat(found(by("text", amount))).as(why).containsExactlyInAnyOrder(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1004, us 1004;eu 1004",
        "BC1005, us 1005",
        "BC1005-R7, us 1005",
        "BC1005-R, us 1005",
        "BC100, us 1005;us 1004",
        "VTE2611-000123, us 1005",
        "VTE2611, us 1005;us 1004",
        "SAL_, eu 7",
        "bc1005, us 1005",
        "bc1005-r7, us 1005",
        "Bc100, us 1005;us 1004",
        "vte2611-000123, us 1005",
        "sal_, eu 7",
        "9, us 9;eu 7"
    })
    void findsThemByText(String text, String orders) {
        assertThat(found(by("text", text))).containsExactlyInAnyOrder(orders.split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAL%", "V_E", "nothing", "99999999999999999999", "1.2.3", "-", "'; DROP TABLE journal"})
    void findsNothingByWhatNothingHas(String text) {
        OrderPage page = list.page(list.select(by("text", text)), null, 50);
        assertThat(page.items()).isEmpty();
        assertThat(page.count()).isZero();
        assertThat(page.sums()).isEmpty();
    }

    /** Each is an amount of another store. */
    @Test
    void findsThemByAllThatATextMayMean() {
        order("us", 21, "2026-11-05", "1204").insert();
        order("kw", 22, "2026-11-05", "1.204").with("currency", "'KWD'").insert();

        assertThat(found(by("text", "1,204"))).containsExactlyInAnyOrder("us 21", "kw 22");
        assertThat(found(by("text", "1,204.00"))).containsExactly("us 21");
    }

    @Test
    void sumsUpNoAmountWithoutItsCurrency() {
        order("us", 21, "2026-11-05", "700").with("currency", null).insert();

        assertThat(list.sums(list.select(OrderFilter.NONE)).stream().map(OrderListTest::shown))
                .contains("null 3 3 0.00 0.00 0.00");
    }

    @Test
    void findsAndShowsAnEntryThatWasMadeByHand() {
        jdbc.sql("UPDATE due_order SET outcome = 'set-aside', due_at = NULL WHERE store = 'us' AND order_id = 1004")
                .update();
        jdbc.sql("""
                        INSERT INTO set_aside (store, order_id, refund_id, kind, x3_number, why, set_by, set_at)
                        VALUES ('us', 1004, 0, 'by-hand', 'FR011-HAND-1', 'from a list', 'anna', CURRENT_TIMESTAMP)""").update();

        for (String text : List.of("FR011-HAND-1", "FR011-H")) {
            OrderRow found =
                    list.page(list.select(by("text", text)), null, 50).items().get(0);
            assertThat(found.order()).isEqualTo(1004);
            assertThat(found.byHand()).isEqualTo("FR011-HAND-1");
            assertThat(found.setAsideBy()).isEqualTo("anna");
        }
    }

    @Test
    void looksForTextAmongWhatTheOtherFiltersLeave() {
        OrderFilter filter =
                new OrderFilter("eu", null, null, null, null, null, "1004", null, null, null, null, null, null);
        assertThat(found(filter)).containsExactly("eu 1004");
    }

    @Test
    void refusesABeginningOfTooMuch() {
        for (int order = 0; order <= OrderSearch.MOST; order++) {
            SeededOrders.journal(jdbc, "us", 5000 + order, "ZZ" + order, null);
        }
        assertThatThrownBy(() -> list.select(by("text", "ZZ")))
                .isInstanceOf(TooManyMatches.class)
                .hasMessageContaining("1,000");
        assertThat(list.select(by("text", "ZZ10"))).isNotNull();
    }

    @Test
    void tellsWhatIsUnknownFromZero() {
        OrderRow unread =
                list.page(list.select(by("text", "8")), null, 50).items().get(0);
        assertThat(unread.total()).isNull();
        assertThat(unread.refunded()).isNull();
        assertThat(unread.status()).isNull();
        assertThat(AmountText.of(unread.total(), unread.currency())).isNull();
        assertThat(AmountText.of(new BigDecimal("7.0000"), "JPY")).isEqualTo("7");
        assertThat(AmountText.of(new BigDecimal("7.0000"), "KWD")).isEqualTo("7.000");
        assertThat(AmountText.of(new BigDecimal("7.1234"), "USD")).isEqualTo("7.1234");
        assertThat(AmountText.of(new BigDecimal("7.0000"), "QQQ")).isEqualTo("7.00");
    }

    @Test
    void takesOnlyPlacesThatItGave() {
        OrderCursor place = new OrderCursor(day("2026-11-02"), "us", 1005);
        assertThat(OrderCursor.of(place.text())).isEqualTo(place);
        for (String text : List.of("", "x", "MjAz", "\u0000", place.text() + "AAAA", "0000", "=", "é")) {
            assertThatThrownBy(() -> OrderCursor.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<String> found(OrderFilter filter) {
        OrderPage page = list.page(list.select(filter), null, 100);
        assertThat(page.count()).isEqualTo(page.items().size());
        assertThat(page.next()).isNull();
        return page.items().stream().map(row -> row.store() + " " + row.order()).toList();
    }

    private List<String> paged(OrderFilter filter, int size) {
        List<String> all = new ArrayList<>();
        OrderPage page = list.page(list.select(filter), null, size);
        page.items().forEach(row -> all.add(row.store() + " " + row.order()));
        while (page.next() != null) {
            page = list.page(list.select(filter), OrderCursor.of(page.next().text()), size);
            page.items().forEach(row -> all.add(row.store() + " " + row.order()));
        }
        return all;
    }

    private SeededOrders order(String store, long order, String day, String total) {
        return SeededOrders.posted(jdbc, store, order, day, total);
    }

    private static OrderFilter by(String name, String value) {
        return new OrderFilter(
                null,
                null,
                name.equals("channel") ? value : null,
                name.equals("currency") ? value : null,
                null,
                null,
                name.equals("text") ? value : null,
                name.equals("reason") ? value : null,
                name.equals("amount") ? new BigDecimal(value) : null,
                name.equals("flag") ? OrderFlag.Kind.valueOf(value) : null,
                name.equals("assignedTo") ? value : null,
                name.equals("tag") ? value : null,
                null);
    }

    private static String shown(OrderSum sum) {
        return "%s %d %d %s %s %s"
                .formatted(
                        sum.currency(),
                        sum.orders(),
                        sum.notRead(),
                        AmountText.of(sum.total(), "USD"),
                        AmountText.of(sum.refunded(), "USD"),
                        AmountText.of(sum.inLedger(), "USD"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
