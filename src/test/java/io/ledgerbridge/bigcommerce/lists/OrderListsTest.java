package io.ledgerbridge.bigcommerce.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.faults.TransientFault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row can be, that the rest of its page counts all the same, and what is kept of it. */
class OrderListsTest {

    private static final String GOOD_ORDER = "{\"id\": 250, \"date_modified\": \"Tue, 05 Mar 2019 21:40:11 +0000\"}";
    private static final String GOOD_REFUND =
            "{\"id\": 77, \"order_id\": 250, \"created\": \"2026-11-03T12:00:00+01:00\", \"note\": {}}";

    private final OrderLists lists = new OrderLists();

    @Test
    void readsWhatIsWell() {
        assertThat(lists.orders("[" + GOOD_ORDER + "]").orders())
                .containsExactly(new ListedOrder(250, 250, Instant.parse("2019-03-05T21:40:11Z")));
        assertThat(refunds(GOOD_REFUND).orders())
                .containsExactly(new ListedOrder(250, 77, Instant.parse("2026-11-03T11:00:00Z")));
        assertThat(lists.orders("").orders()).isEmpty();
        assertThat(lists.refunds("").orders()).isEmpty();
    }

    /** Its order is as one that has just changed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"soon\"",
                "null",
                "\"\"",
                "\" \"",
                "1551822011",
                "1e99",
                "true",
                "{}",
                "[]",
                "\"Mon, 05 Mar 2019 21:40:11 +0000\"",
                "\"Tue, 31 Feb 2019 21:40:11 +0000\"",
                "\"0000-00-00 00:00:00\"",
                "\"2019-03-05\"",
                "\"-0001-11-30T00:00:00+00:00\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"Thu, 01 Jan 0001 00:00:00 +0000\""
            })
    void namesTheOrderOfARowWhoseDateCannotBeRead(String date) {
        String order = "{\"id\": 251, \"date_modified\": %s}".formatted(date);
        String refund = "{\"id\": 78, \"order_id\": 251, \"created\": %s}".formatted(date);

        assertThat(lists.orders("[" + order + "," + GOOD_ORDER + "]"))
                .satisfies(page -> assertThat(page.unreadable()).isEmpty())
                .satisfies(page -> assertThat(page.orders()).contains(new ListedOrder(251, 251, null)))
                .satisfies(page -> assertThat(page.orders()).hasSize(2));
        assertThat(refunds(refund + "," + GOOD_REFUND).orders())
                .contains(new ListedOrder(251, 78, null))
                .hasSize(2);
    }

    @Test
    void namesTheOrderOfARowWithoutADate() {
        assertThat(lists.orders("[{\"id\": 251}]").orders()).containsExactly(new ListedOrder(251, 251, null));
        assertThat(refunds("{\"id\": 78, \"order_id\": 251}").orders()).containsExactly(new ListedOrder(251, 78, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"251", "\"251\"", "\"0251\"", "251.0", "2.51e2"})
    void readsAWholeNumberHoweverItIsWritten(String id) {
        assertThat(lists.orders("[{\"id\": %s}]".formatted(id)).orders())
                .containsExactly(new ListedOrder(251, 251, null));
        assertThat(refunds("{\"id\": 1, \"order_id\": %s}".formatted(id)).orders())
                .containsExactly(new ListedOrder(251, 1, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "\"\"",
                "\" 7\"",
                "\"-7\"",
                "null",
                "0",
                "-251",
                "251.5",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999",
                "1e400",
                "\"99999999999999999999\"",
                "true",
                "{}",
                "[251]"
            })
    void skipsARowWhoseOrderCannotBeReadAndNoOther(String id) {
        ListPage orders = lists.orders("[{\"id\": %s}, %s]".formatted(id, GOOD_ORDER));
        ListPage refunds = refunds("{\"id\": 78, \"order_id\": %s}, %s".formatted(id, GOOD_REFUND));

        assertThat(orders.orders()).extracting(ListedOrder::order).containsExactly(250L);
        assertThat(orders.unreadable()).hasSize(1);
        assertThat(refunds.orders()).extracting(ListedOrder::order).containsExactly(250L);
        assertThat(refunds.unreadable()).hasSize(1);
        assertThat(refunds("{\"id\": %s, \"order_id\": 9}".formatted(id)).orders())
                .containsExactly(new ListedOrder(9, 0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"a text\"", "7", "[]", "[[]]", "true", "{}", "{\"ID\": 7}"})
    void skipsARowThatIsNoneAndNoOther(String row) {
        ListPage orders = lists.orders("[%s, %s]".formatted(row, GOOD_ORDER));
        ListPage refunds = refunds("%s, %s".formatted(row, GOOD_REFUND));

        assertThat(orders.orders()).hasSize(1);
        assertThat(orders.unreadable()).hasSize(1);
        assertThat(refunds.orders()).hasSize(1);
        assertThat(refunds.unreadable()).hasSize(1);
    }

    @Test
    void keepsOfARowWhatFindsItsOrderAndNothingOfAShopper() {
        UnreadableRow row =
                lists.orders("""
                        [{"id": "x-%s", "date_created": "Tue, 05 Mar 2019 21:40:11 +0000", "total_inc_tax": "69.8400",
                          "date_modified": "later", "customer_message": "Ring twice", "default_currency_code": null,
                          "billing_address": {"email": "ann@example.com"}}]""".formatted("1".repeat(5000))).unreadable().get(0);

        assertThat(row.list()).isEqualTo("list of orders");
        assertThat(row.detail())
                .contains("no id that can be read", "x-111", "date_created Tue, 05 Mar 2019", "69.8400")
                .doesNotContain("null", "later", "Ring twice", "ann@")
                .hasSizeLessThan(400);
    }

    /** So that it is kept once. */
    @Test
    void saysTheSameOfARowWhenItsOrderHasChanged() {
        String row = "[{\"id\": \"x\", \"date_created\": \"then\", \"date_modified\": \"%s\", \"status_id\": %d}]";

        assertThat(lists.orders(row.formatted("one", 1)).unreadable())
                .isEqualTo(lists.orders(row.formatted("two", 2)).unreadable());
    }

    /** So that another one is seen, too. */
    @Test
    void tellsRowsThatSayNothingByTheOrdersNextToThem() {
        List<UnreadableRow> rows = lists.orders("[null, {\"id\": 7}, null, {}, {\"id\": 9}, null, {\"id\": 0}]")
                .unreadable();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(UnreadableRow::detail)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("next to order 7."),
                        second -> assertThat(second).endsWith("next to order 7 and 9."),
                        third -> assertThat(third).endsWith("next to order 7 and 9."),
                        fourth -> assertThat(fourth).endsWith("next to order 9."),
                        fifth -> assertThat(fifth).contains("id 0").endsWith("next to order 9."));
        assertThat(lists.orders("[{}]").unreadable().get(0).detail()).endsWith("alone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": null}", "{\"data\": {}}", "{}", "7", "\"\"", "null", "[", "<html>", "[] []"})
    void takesNoListForNone(String text) {
        assertThatThrownBy(() -> lists.orders(text)).isInstanceOf(TransientFault.class);
        assertThatThrownBy(() -> lists.refunds(text)).isInstanceOf(TransientFault.class);
    }

    private ListPage refunds(String rows) {
        return lists.refunds("{\"data\": [" + rows + "], \"meta\": {}}");
    }
}
