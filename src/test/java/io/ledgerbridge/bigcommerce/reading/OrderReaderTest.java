package io.ledgerbridge.bigcommerce.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.TransientFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that BigCommerce can answer costs more than reading it, or is taken for what it isn't. */
@Timeout(300)
class OrderReaderTest {

    @RegisterExtension
    static final CpuTime COST = new CpuTime(Duration.ofSeconds(20));

    /** All that is needed beside the id, with its smallest value. */
    private static final Map<String, String> WHOLE = new LinkedHashMap<>();

    static {
        WHOLE.put("status_id", "11");
        WHOLE.put("date_created", "\"Tue, 05 Mar 2019 21:40:11 +0000\"");
        WHOLE.put("default_currency_code", "\"USD\"");
        WHOLE.put("channel_id", "1");
        Stream.of(
                        "total_inc_tax",
                        "total_ex_tax",
                        "total_tax",
                        "subtotal_ex_tax",
                        "shipping_cost_ex_tax",
                        "handling_cost_ex_tax",
                        "wrapping_cost_ex_tax",
                        "discount_amount",
                        "coupon_discount",
                        "store_credit_amount",
                        "gift_certificate_amount")
                .forEach(amount -> WHOLE.put(amount, "\"1.00\""));
    }

    private final OrderReader reader = new OrderReader((store, channel) -> Set.of());

    static Stream<String> needed() {
        return WHOLE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("needed")
    void takesNothingThatIsMissingForZero(String field) {
        assertThat(fault(() -> read(without(field))))
                .isInstanceOf(TransientFault.class)
                .extracting(Fault::words)
                .asString()
                .contains("order 250: %s is missing".formatted(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status_id",
                "date_created",
                "default_currency_code",
                "total_inc_tax",
                "total_ex_tax",
                "total_tax"
            })
    void takesNothingThatIsEmptyForAStatusADateACurrencyOrATotal(String field) {
        assertThat(List.of("null", "\"\""))
                .allSatisfy(empty -> assertThat(fault(() -> read(order("\"%s\": %s".formatted(field, empty)))))
                        .isInstanceOf(TransientFault.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "quantity", "total_ex_tax"})
    void takesNoProductWithoutWhatItIsAndCosts(String field) {
        String row = "{\"id\": 1, \"quantity\": 1, \"total_ex_tax\": \"1.00\"}";

        assertThat(reader.with(products(), "[" + row + "]").isIncomplete()).isTrue();
        assertThat(fault(() -> reader.with(products(), "[" + row.replace(field, "other") + "]")))
                .isInstanceOf(TransientFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "created", "total_amount"})
    void takesNoRefundWithoutItsDateAndAmount(String field) {
        String text = refunds(1, 1).replaceFirst("\"%s\"".formatted(field), "\"other\"");

        assertThat(fault(() -> reader.with(refunds(), text))).isInstanceOf(TransientFault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1e999999999\"",
                "1e999999999",
                "\"1e400000000\"",
                "1e400000000",
                "-1e400000000",
                "1e-400000000",
                "\"1234567890123456.00\"",
                "1e15",
                "\"0.123456789\"",
                "0.123456789"
            })
    void parksAnAmountBeyondAllAmountsByItsFieldAndWithoutItsDigits(String amount) {
        Fault order = fault(() -> read(order("\"total_inc_tax\": " + amount)));
        Fault fee = fault(
                () -> read(order("\"total_inc_tax\": 1, \"fees\": [{\"id\": 1}, {\"cost_ex_tax\": " + amount + "}]")));
        Fault refund = fault(() -> reader.with(
                refunds(), "{\"data\": [{\"id\": 7, \"items\": [{\"item_id\": 3, \"quantity\": " + amount + "}]}]}"));

        assertThat(List.of(order, fee, refund)).allSatisfy(fault -> {
            assertThat(fault).isInstanceOf(NeedsPersonFault.class);
            assertThat(((NeedsPersonFault) fault).tries()).isEqualTo(3);
            assertThat(reason(fault).code()).isEqualTo("unreadable");
            assertThat(fault.words()).doesNotContain(amount.replace("\"", ""));
        });
        assertThat(reason(order).detail()).contains("order 250: total_inc_tax has more than 15 digits");
        assertThat(reason(fee).detail()).contains("fees[2].cost_ex_tax");
        assertThat(reason(refund).detail()).contains("data[1].items[1].quantity");
    }

    /** As BigCommerce's own examples have them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"7.39\"", "\"0.0000\"", "\"8\"", "\"151.2400000000\"", "53.040000000000006", "-12", "\"-1.5\""
            })
    void takesEveryAmountThatIsOne(String amount) {
        String text = order("\"total_inc_tax\": 1, \"coupon_discount\": " + amount);

        assertThat(read(text).couponDiscount()).isEqualByComparingTo(amount.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    void takesNoAmountForNone(String amount) {
        assertThat(read(order("\"total_inc_tax\": 1, \"coupon_discount\": " + amount))
                        .couponDiscount())
                .isZero();
    }

    static Stream<String> noOrders() {
        return Stream.of(
                "[",
                "{}",
                "null",
                "[]",
                "<html></html>",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"id\": 250, \"more\": " + "[".repeat(65) + "]".repeat(65) + "}",
                "{\"id\": 250, \"total_inc_tax\": NaN}",
                "{\"id\": 250, \"total_inc_tax\": [1]}",
                "{\"id\": 250, \"total_inc_tax\": \"many\"}",
                "{\"id\": 250, \"total_inc_tax\": true}",
                "{\"id\": 250, \"total_inc_tax\": " + "9".repeat(1_000_000) + "}",
                "{\"id\": 1e400000000}",
                "{\"id\": 99999999999999999999}",
                "{\"id\": 250, \"status_id\": 1e400000000}",
                "{\"id\": 250, \"note\": \"" + "x".repeat(2_000_000) + "\"}",
                "{\"" + "n".repeat(2000) + "\": 1}",
                "{\"a\u0000\": 1}",
                order("\"total_inc_tax\": \"1.00\", \"total_inc_tax\": \"2.00\""),
                order("\"total_inc_tax\": \"1.00\", \"id\": 251"),
                order("\"total_inc_tax\": \"1.00\", \"fees\": [null]"),
                "[" + "{},".repeat(300_000) + "{}]");
    }

    @ParameterizedTest
    @MethodSource("noOrders")
    void asksAgainForWhatIsNoOrderUntilItParksAsUnreadable(String text) {
        Fault fault = fault(() -> read(text));

        assertThat(fault).isInstanceOf(TransientFault.class);
        assertThat(reason(fault).code()).isEqualTo("unreadable");
        assertThat(fault.words()).contains("250").hasSizeLessThan(1000);
    }

    static Stream<String> noLists() {
        return Stream.of("[null]", "{\"data\": null}", "{\"data\": [null]}", "{\"data\": {}}", "7", "\"\"", "[[]]");
    }

    @ParameterizedTest
    @MethodSource("noLists")
    void takesNoListForNone(String text) {
        assertThat(List.<ThrowingCallable>of(() -> reader.with(products(), text), () -> reader.with(refunds(), text)))
                .allSatisfy(reading -> assertThat(fault(reading)).isInstanceOf(TransientFault.class));
    }

    @Test
    void readsRefundsToTheirEndWhateverMetaSays() {
        OrderParts pages = refunds();
        for (int page = 0; page < 3; page++) {
            assertThat(pages.isIncomplete()).isTrue();
            pages = reader.with(pages, refunds(page * 250L + 1, page < 2 ? 250 : 0));
        }

        assertThat(pages.isIncomplete()).isFalse();
        assertThat(pages.reading().refunds())
                .extracting(Refund::id)
                .hasSize(500)
                .doesNotHaveDuplicates();
    }

    /** BigCommerce may hold a page to its own size, whatever it is asked for. */
    @Test
    void readsRefundsToTheirEndWhereTheServerGivesFewerAPage() {
        OrderParts first = reader.with(refunds(), refunds(1, 50));
        assertThat(first.isIncomplete()).isTrue();

        OrderParts second = reader.with(first, refunds(51, 7));

        assertThat(second.isIncomplete()).isFalse();
        assertThat(second.reading().refunds()).hasSize(57);
    }

    @Test
    void endsRefundsAtAPageThatIsNotFull() {
        assertThat(reader.with(refunds(), refunds(1, 249)).isIncomplete()).isFalse();
    }

    /** As where the API knows no pages of them, and answers with all of them each time. */
    @ParameterizedTest
    @ValueSource(ints = {250, 251, 600})
    void takesRefundsThatComeAgainOnce(int all) {
        OrderParts pages = reader.with(refunds(), refunds(1, all));
        assertThat(pages.isIncomplete()).isTrue();

        pages = reader.with(pages, refunds(1, all));

        assertThat(pages.isIncomplete()).isFalse();
        assertThat(pages.reading().refunds()).hasSize(all);
    }

    /** One that was made between two pages pushes the others on: the last of a page is the first of the next. */
    @Test
    void takesARefundOnTwoPagesOnce() {
        OrderParts pages = reader.with(refunds(), refunds(1, 250));

        pages = reader.with(pages, refunds(250, 10));

        assertThat(pages.reading().refunds()).extracting(Refund::id).containsExactlyElementsOf(ids(1, 259));
    }

    @Test
    void takesNoRefundOfAnotherOrder() {
        String others = refunds(1, 2).replace("\"order_id\":250", "\"order_id\":251");

        assertThat(fault(() -> reader.with(refunds(), others)).words()).contains("another order's");
    }

    @Test
    void readsNoEndlessListOfRefunds() {
        Fault fault = fault(() -> {
            OrderParts pages = refunds();
            for (int page = 0; pages.isIncomplete(); page++) {
                pages = reader.with(pages, refunds(page * 250L + 1, 250));
            }
        });

        assertThat(fault.words()).contains("more than 10000 refunds");
    }

    @Test
    void readsNoEndlessListOfProducts() {
        Fault fault = fault(() -> {
            OrderParts pages = products();
            for (int page = 0; pages.isIncomplete(); page++) {
                pages = reader.with(pages, products(page * 50L + 1, 50));
            }
        });

        assertThat(fault.words()).contains("more than 10000 products");
    }

    /** The order was edited between two pages: neither is trusted. */
    @Test
    void readsProductsAnewWhereOneIsOnTwoPages() {
        OrderParts pages = reader.with(products(), products(1, 50));

        assertThat(fault(() -> reader.with(pages, products(50, 20))).words()).contains("repeats those before");
    }

    private Order read(String text) {
        return Objects.requireNonNull(reader.with(reader.begin("us", 250), text).order());
    }

    /** Of an order of which nothing but the products is read next. */
    private OrderParts products() {
        return reader.with(reader.begin("us", 250), order("\"total_inc_tax\": 1, \"items_total\": 9999999"));
    }

    private OrderParts refunds() {
        return reader.with(products(), "[]");
    }

    private static String order(String fields) {
        Map<String, String> all = new LinkedHashMap<>(WHOLE);
        all.keySet().removeIf(field -> fields.contains("\"" + field + "\":"));
        String others = all.entrySet().stream()
                .map(field -> "\"%s\": %s, ".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return "{\"id\": 250, " + others + fields + "}";
    }

    private static String without(String field) {
        Map<String, String> all = new LinkedHashMap<>(WHOLE);
        all.remove(field);
        return all.entrySet().stream()
                .map(other -> "\"%s\": %s".formatted(other.getKey(), other.getValue()))
                .collect(Collectors.joining(", ", "{\"id\": 250, ", "}"));
    }

    private static String products(long first, int count) {
        return ids(first, count).stream()
                .map(id -> "{\"id\":%d,\"quantity\":1,\"total_ex_tax\":\"1.00\"}".formatted(id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String refunds(long first, int count) {
        return ids(first, count).stream()
                .map(id -> "{\"id\":%d,\"order_id\":250,\"created\":\"2026-11-01T10:00:00+00:00\",\"total_amount\":1}"
                        .formatted(id))
                .collect(Collectors.joining(",", "{\"data\":[", "],\"meta\":{\"pagination\":{\"total_pages\":1}}}"));
    }

    private static List<Long> ids(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static Fault fault(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(Fault.class, reading));
    }

    private static ParkReason reason(Fault fault) {
        return fault instanceof NeedsPersonFault needs
                ? needs.reason()
                : Objects.requireNonNull(((TransientFault) fault).whenTimeIsUp());
    }
}
