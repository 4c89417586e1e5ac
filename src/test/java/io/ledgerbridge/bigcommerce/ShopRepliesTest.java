package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.hooks.HookCheck;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that BigCommerce can answer costs more than reading it, or is taken for what it isn't. */
@Timeout(20)
class ShopRepliesTest {

    private final ShopReplies replies = new ShopReplies(Clock.systemUTC()::instant);

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
        Fault order = fault(() -> replies.order(250, order("\"total_inc_tax\": " + amount)));
        Fault fee = fault(() -> replies.order(
                250, order("\"total_inc_tax\": 1, \"fees\": [{\"id\": 1}, {\"cost_ex_tax\": " + amount + "}]")));
        Fault refund = fault(() -> replies.withRefunds(
                RefundPages.none(250),
                "{\"data\": [{\"id\": 7, \"items\": [{\"item_id\": 3, \"quantity\": " + amount + "}]}]}"));

        assertThat(List.of(order, fee, refund)).allSatisfy(fault -> {
            assertThat(fault).isInstanceOf(NeedsPersonFault.class);
            assertThat(((NeedsPersonFault) fault).tries()).isEqualTo(3);
            assertThat(reason(fault).code()).isEqualTo("unreadable");
            assertThat(fault.words()).doesNotContain(amount.replace("\"", ""));
        });
        assertThat(reason(order).detail()).contains("order 250: total_inc_tax has more than 15 digits");
        assertThat(reason(fee).detail()).contains("fees.[1].cost_ex_tax");
        assertThat(reason(refund).detail()).contains("data.[0].items.[0].quantity");
    }

    /** As BigCommerce's own examples have them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"7.39\"", "\"0.0000\"", "\"8\"", "\"151.2400000000\"", "53.040000000000006", "-12", "\"-1.5\""
            })
    void takesEveryAmountThatIsOne(String amount) {
        String text = order("\"total_inc_tax\": 1, \"coupon_discount\": " + amount);

        assertThat(replies.order(250, text).couponDiscount()).isEqualByComparingTo(amount.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    void takesNoAmountForNone(String amount) {
        assertThat(replies.order(250, order("\"total_inc_tax\": 1, \"coupon_discount\": " + amount))
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
        Fault fault = fault(() -> replies.order(250, text));

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
        assertThat(List.<ThrowingCallable>of(
                        () -> replies.withPage(pages(), text),
                        () -> replies.withRefunds(RefundPages.none(250), text),
                        () -> replies.listedOrders(text),
                        () -> replies.listedRefunds(text),
                        () -> replies.hooks(text)))
                .allSatisfy(reading -> assertThat(fault(reading)).isInstanceOf(TransientFault.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | <html>Bad Request</html>                     | io.ledgerbridge.faults.TransientFault",
                "400 |                                              | io.ledgerbridge.faults.TransientFault",
                "400 | Bad Request                                  | io.ledgerbridge.faults.TransientFault",
                "405 | <html>Not allowed</html>                     | io.ledgerbridge.faults.TransientFault",
                "404 | <html>Back soon</html>                       | io.ledgerbridge.faults.TransientFault",
                "408 | {\"title\": \"Request time-out\"}            | io.ledgerbridge.faults.TransientFault",
                "302 | {\"title\": \"Found\"}                       | io.ledgerbridge.faults.TransientFault",
                "500 | {\"title\": \"Internal error\"}              | io.ledgerbridge.faults.TransientFault",
                "400 | [{\"status\": 400, \"message\": \"No.\"}]    | io.ledgerbridge.faults.NeedsPersonFault",
                "422 | {\"status\": 422, \"title\": \"No.\"}        | io.ledgerbridge.faults.NeedsPersonFault",
                "409 | {}                                           | io.ledgerbridge.faults.NeedsPersonFault",
            })
    void takesBigCommercesOwnNoForOneAndNobodyElses(int status, @Nullable String text, Class<? extends Fault> kind) {
        assertThat(fault(() -> replies.checked(status, Map.of(), text))).isInstanceOf(kind);
    }

    @Test
    void readsRefundsToTheirEndWhateverMetaSays() {
        RefundPages pages = RefundPages.none(250);
        for (int page = 0; page < 3; page++) {
            assertThat(pages.incomplete()).isTrue();
            pages = replies.withRefunds(pages, refunds(page * 250L + 1, page < 2 ? 250 : 0));
        }

        assertThat(pages.incomplete()).isFalse();
        assertThat(pages.refunds()).extracting(Refund::id).hasSize(500).doesNotHaveDuplicates();
    }

    /** BigCommerce may hold a page to its own size, whatever it is asked for. */
    @Test
    void readsRefundsToTheirEndWhereTheServerGivesFewerAPage() {
        RefundPages first = replies.withRefunds(RefundPages.none(250), refunds(1, 50));
        assertThat(first.incomplete()).isTrue();

        RefundPages second = replies.withRefunds(first, refunds(51, 7));

        assertThat(second.incomplete()).isFalse();
        assertThat(second.refunds()).hasSize(57);
    }

    @Test
    void endsRefundsAtAPageThatIsNotFull() {
        assertThat(replies.withRefunds(RefundPages.none(250), refunds(1, 249)).incomplete())
                .isFalse();
    }

    /** As where the API knows no pages of them, and answers with all of them each time. */
    @ParameterizedTest
    @ValueSource(ints = {250, 251, 600})
    void takesRefundsThatComeAgainOnce(int all) {
        RefundPages pages = replies.withRefunds(RefundPages.none(250), refunds(1, all));
        assertThat(pages.incomplete()).isTrue();

        pages = replies.withRefunds(pages, refunds(1, all));

        assertThat(pages.incomplete()).isFalse();
        assertThat(pages.refunds()).hasSize(all);
    }

    /** One that was made between two pages pushes the others on: the last of a page is the first of the next. */
    @Test
    void takesARefundOnTwoPagesOnce() {
        RefundPages pages = replies.withRefunds(RefundPages.none(250), refunds(1, 250));

        pages = replies.withRefunds(pages, refunds(250, 10));

        assertThat(pages.refunds()).extracting(Refund::id).containsExactlyElementsOf(ids(1, 259));
    }

    @Test
    void takesNoRefundOfAnotherOrder() {
        String others = refunds(1, 2).replace("\"order_id\":250", "\"order_id\":251");

        assertThat(fault(() -> replies.withRefunds(RefundPages.none(250), others))
                        .words())
                .contains("another order's");
    }

    @Test
    void readsNoEndlessListOfRefunds() {
        Fault fault = fault(() -> {
            RefundPages pages = RefundPages.none(250);
            for (int page = 0; pages.incomplete(); page++) {
                pages = replies.withRefunds(pages, refunds(page * 250L + 1, 250));
            }
        });

        assertThat(fault.words()).contains("more than 10000 refunds");
    }

    @Test
    void readsNoEndlessListOfProducts() {
        Fault fault = fault(() -> {
            ProductPages pages = pages();
            for (int page = 0; pages.incomplete(); page++) {
                pages = replies.withPage(pages, products(page * 50L + 1, 50));
            }
        });

        assertThat(fault.words()).contains("more than 10000 products");
    }

    /** The order was edited between two pages: neither is trusted. */
    @Test
    void readsProductsAnewWhereOneIsOnTwoPages() {
        ProductPages pages = replies.withPage(pages(), products(1, 50));

        assertThat(fault(() -> replies.withPage(pages, products(50, 20))).words())
                .contains("repeats those before");
    }

    @Test
    void readsNoEndlessListOfWebhooks() {
        Fault fault = fault(() -> {
            HookCheck check = HookCheck.of("us", true);
            for (int page = 0; check.incomplete(); page++) {
                check = check.with(replies.hooks("{\"data\":["
                        + ids(page * 250L + 1, 250).stream()
                                .map(id -> "{\"id\":" + id + "}")
                                .collect(Collectors.joining(","))
                        + "]}"));
            }
        });

        assertThat(fault.words()).contains("more than 10000 webhooks");
    }

    private ProductPages pages() {
        return ProductPages.none(replies.order(250, order("\"total_inc_tax\": 1, \"items_total\": 9999999")));
    }

    private static String order(String fields) {
        return """
                {"id": 250, "date_created": "Tue, 05 Mar 2019 21:40:11 +0000", "default_currency_code": "USD",\s""" + fields + "}";
    }

    private static String products(long first, int count) {
        return ids(first, count).stream()
                .map(id -> "{\"id\":%d,\"quantity\":1}".formatted(id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String refunds(long first, int count) {
        return ids(first, count).stream()
                .map(id -> "{\"id\":%d,\"order_id\":250,\"created\":\"2026-11-01T10:00:00+00:00\"}".formatted(id))
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
