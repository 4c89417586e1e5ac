package io.ledgerbridge.posting.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people have decided from one plan to the next. */
class DecidedTest {

    private static final Sentences SENTENCES = new Sentences(Currency.getInstance("USD"));

    @Test
    void isNothingWhereNobodyDecided() {
        Decided both = new Decided(List.of(aside(0), aside(7)), List.of(refund(1, "10.80")));
        assertThat(since(both, both)).isEmpty();
        assertThat(since(Decided.NOTHING, Decided.NOTHING)).isEmpty();
    }

    @Test
    void namesEachSetAside() {
        Decided order = new Decided(List.of(aside(0)), List.of());
        Decided refund = new Decided(List.of(aside(7)), List.of());
        assertThat(since(Decided.NOTHING, order)).as("another sentence says so").isEmpty();
        assertThat(since(order, Decided.NOTHING)).containsExactly("the order is set aside no more");
        assertThat(since(order, refund)).containsExactly("refund 7 was set aside", "the order is set aside no more");
        assertThat(since(refund, Decided.NOTHING)).containsExactly("refund 7 is set aside no more");
    }

    @Test
    void namesEachRecordedRefund() {
        Decided one = new Decided(List.of(), List.of(refund(1, "10.80")));
        Decided two = new Decided(List.of(), List.of(refund(1, "10.80"), refund(2, "5.00")));
        assertThat(since(one, two)).containsExactly("refund M2 of 5.00 was recorded");
        assertThat(since(two, one)).containsExactly("the recorded refund M2 was taken back");
    }

    private static List<String> since(Decided before, Decided now) {
        return now.since(before, SENTENCES);
    }

    private static SetAside aside(long refund) {
        return new SetAside(refund, null, false);
    }

    private static RecordedRefund refund(int number, String amount) {
        return new RecordedRefund(
                number, new BigDecimal(amount), BigDecimal.ZERO, "card", LocalDate.parse("2026-11-05"), 0);
    }
}
