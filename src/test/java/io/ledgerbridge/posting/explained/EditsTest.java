package io.ledgerbridge.posting.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people have decided from one plan to the next. */
class EditsTest {

    private static final PostingRules RULES = new Settings().rules();
    private static final OrderReading READING = new Shop().reading();
    private static final Sentences SENTENCES = new Sentences(Currency.getInstance("USD"));

    @Test
    void isNothingWhereNobodyDecided() {
        OrderHistory both = known(List.of(aside(0), aside(7)), List.of(refund(1, "10.80")));
        assertThat(since(both, both)).isEmpty();
        assertThat(since(known(List.of(), List.of()), known(List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void namesEachSetAside() {
        OrderHistory order = known(List.of(aside(0)), List.of());
        OrderHistory refund = known(List.of(aside(7)), List.of());
        assertThat(since(known(List.of(), List.of()), order))
                .as("another sentence says so")
                .isEmpty();
        assertThat(since(order, known(List.of(), List.of()))).containsExactly("the order is set aside no more");
        assertThat(since(order, refund)).containsExactly("refund 7 was set aside", "the order is set aside no more");
        assertThat(since(refund, known(List.of(), List.of()))).containsExactly("refund 7 is set aside no more");
    }

    @Test
    void namesEachRecordedRefund() {
        OrderHistory one = known(List.of(), List.of(refund(1, "10.80")));
        OrderHistory two = known(List.of(), List.of(refund(1, "10.80"), refund(2, "5.00")));
        assertThat(since(one, two)).containsExactly("refund M2 of 5.00 was recorded");
        assertThat(since(two, one)).containsExactly("the recorded refund M2 was taken back");
    }

    private static List<String> since(OrderHistory before, OrderHistory now) {
        return new Edits(source(before), source(now), SENTENCES)
                .all().stream().map(Phrase::toString).toList();
    }

    /** Of the same settings and the same reading. */
    private static PlanSource source(OrderHistory known) {
        return new PlanSource(RULES, READING, null, known);
    }

    private static OrderHistory known(List<SetAside> setAside, List<RecordedRefund> recorded) {
        return new OrderHistory(List.of(), List.of(), 0, OrderFacts.NONE, false, setAside, recorded);
    }

    private static SetAside aside(long refund) {
        return new SetAside(refund, null, false);
    }

    private static RecordedRefund refund(int number, String amount) {
        return new RecordedRefund(
                number, new BigDecimal(amount), BigDecimal.ZERO, "card", LocalDate.parse("2026-11-05"), 0);
    }
}
