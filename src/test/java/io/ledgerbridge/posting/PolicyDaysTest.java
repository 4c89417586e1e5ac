package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy is changed on 10 November: what happened before goes by what was set then. */
class PolicyDaysTest {

    private static final String CHANGE = "2026-11-10T12:00:00Z";
    private static final String BEFORE = "2026-11-09T12:00:00Z";
    private static final String AFTER = "2026-11-11T12:00:00Z";

    private final Settings settings = new Settings();
    private final Bookkeeping books = new Bookkeeping(settings);

    @ParameterizedTest
    @CsvSource({"OFF, POST", "OFF, MEMO", "POST, OFF", "POST, MEMO", "MEMO, OFF", "MEMO, POST"})
    void anOrderKeepsWhatItsDaySaidOfTheCostOfGoods(Channel.CostOfGoods then, Channel.CostOfGoods now) {
        settings.costOfGoods = then;
        books.settings(settings);
        Shop order = order(BEFORE);
        Plan entered = books.work(order);
        change(() -> settings.costOfGoods = now);

        assertThat(Bookkeeping.shown(books.work(order))).isEmpty();
        assertThat(Bookkeeping.shown(new Bookkeeping(settings).work(order)))
                .as("read for the first time only now")
                .isEqualTo(Bookkeeping.shown(entered));
        assertThat(costOf(order(AFTER))).isEqualTo(now);
    }

    @Test
    void aRefundKeepsWhatItsDaySaidOfTheCostOfGoods() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        books.settings(settings);
        Shop order = order("2026-11-01T12:00:00Z").refund(half(7, BEFORE));
        books.work(order);
        change(() -> settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE);

        assertThat(books.work(order).journals()).isEmpty();
        assertThat(Bookkeeping.shown(books.work(order.refund(half(8, AFTER)))))
                .containsExactly("BC250-R8 2026-11-11: receivable -50.00 · revenue 50.00"
                        + " · cost-of-goods -20.00 · inventory 20.00");
    }

    @Test
    void anOrderThatWaitedBeforeStaysEntered() {
        Shop order = order(BEFORE);
        order.status = 7;
        books.work(order);
        change(() -> settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION);

        order.modified = Instant.parse(AFTER);
        assertThat(books.work(order).journals()).isEmpty();
        order.status = 1;
        books.told(Shop.status(1, AFTER, 7, 1));
        assertThat(books.work(order).journals())
                .as("it only waits in another way")
                .isEmpty();
        assertThat(holds(AFTER)).isTrue();
    }

    @Test
    void anOrderThatWaitedBeforeStaysHeld() {
        settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION;
        change(() -> settings.recognition = JournalSettings.Recognition.IMMEDIATE);

        assertThat(holds(BEFORE)).isTrue();
        assertThat(holds(AFTER)).isFalse();
    }

    @Test
    void aConfirmedOrderThatWaitsAgainGoesByTheDayOnWhichItBeganTo() {
        Shop order = order("2026-11-01T12:00:00Z");
        books.work(order);
        change(() -> settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION);
        order.status = 7;

        books.told(Shop.status(1, BEFORE, 11, 7));
        assertThat(books.work(order).journals()).isEmpty();

        books.told(Shop.status(2, "2026-11-11T11:00:00Z", 7, 11));
        books.told(Shop.status(3, AFTER, 11, 7));
        assertThat(Bookkeeping.shown(books.work(order)))
                .containsExactly("BC250-V1 2026-11-11: receivable -100.00 · revenue 100.00");
    }

    @Test
    void whatACancelledOrderOwesGoesByTheDayOfItsCancellation() {
        Shop before = cancelled(BEFORE, 1);
        books.work(before);
        change(() -> settings.accounts.put("refunds-owed", "419800"));

        before.modified = Instant.parse(AFTER);
        books.told(Shop.event(2, "updated", AFTER));
        assertThat(books.work(before).journals()).isEmpty();
        Bookkeeping later = entered();
        later.told(Shop.status(1, AFTER, 11, 5));
        assertThat(Bookkeeping.shown(later.work(cancelled(AFTER, 1))))
                .containsExactly("BC250-V1 2026-11-11: refunds-owed -100.00 · revenue 100.00");
    }

    @Test
    void whatACancelledOrderOwesStaysOwedWhenTheAccountIsTakenAway() {
        settings.accounts.put("refunds-owed", "419800");
        books.settings(settings);
        Shop before = cancelled(BEFORE, 1);
        assertThat(Bookkeeping.shown(books.work(before)))
                .containsExactly("BC250-V1 2026-11-09: refunds-owed -100.00 · revenue 100.00");
        change(() -> settings.accounts.remove("refunds-owed"));

        before.modified = Instant.parse(AFTER);
        assertThat(books.work(before).journals()).isEmpty();
        before.refund(refund(7, "100.00", "0", List.of(units(1, 2)), card("100.00")));
        assertThat(Bookkeeping.shown(books.work(before)))
                .containsExactly("BC250-R7 2026-11-03: receivable -100.00 · refunds-owed 100.00");
    }

    /** It was cancelled before the change, which its first reading shows, and was read only afterwards. */
    @Test
    void aCancellationWithoutAnEventCountsFromItsFirstReading() {
        Shop before = order("2026-11-01T12:00:00Z");
        books.work(before);
        before.status = 5;
        before.modified = Instant.parse(BEFORE);
        change(() -> settings.accounts.put("refunds-owed", "419800"));
        assertThat(Bookkeeping.shown(books.work(before)))
                .containsExactly("BC250-V1 2026-11-09: receivable -100.00 · revenue 100.00");
        before.modified = Instant.parse(AFTER);
        assertThat(books.work(before).journals()).isEmpty();
    }

    /** No event tells of the cancellation, and an edit of its note moves date_modified behind the change. */
    @Test
    void aCancellationWithoutAnEventIsAsOldAsItsEntry() {
        Shop before = order("2026-11-01T12:00:00Z");
        books.work(before);
        before.status = 5;
        before.modified = Instant.parse(BEFORE);
        books.work(before);
        change(() -> settings.accounts.put("refunds-owed", "419800"));
        before.modified = Instant.parse(AFTER);
        assertThat(books.work(before).journals()).isEmpty();
    }

    @Test
    void theFirstOnesRecordedHoldForAllDaysBeforeThem() {
        settings.changesAt(CHANGE);
        settings.costOfGoods = Channel.CostOfGoods.POST;
        assertThat(costOf(order("2025-01-01T12:00:00Z"))).isEqualTo(Channel.CostOfGoods.OFF);
    }

    private void change(Runnable change) {
        settings.changesAt(CHANGE);
        change.run();
        books.settings(settings);
    }

    private Bookkeeping entered() {
        Bookkeeping entered = new Bookkeeping(settings);
        entered.work(order("2026-11-01T12:00:00Z"));
        return entered;
    }

    private Shop cancelled(String at, long event) {
        Shop order = order("2026-11-01T12:00:00Z");
        books.work(order);
        books.told(Shop.status(event, at, 11, 5));
        order.status = 5;
        order.modified = Instant.parse(at);
        return order;
    }

    private boolean holds(String createdAt) {
        Shop order = order(createdAt);
        order.status = 7;
        return new Bookkeeping(settings).work(order).decision() == Decision.HOLD;
    }

    private Channel.CostOfGoods costOf(Shop order) {
        Bookkeeping own = new Bookkeeping(settings);
        own.work(order);
        if (own.byAccount().containsKey("USD 607000")) {
            return Channel.CostOfGoods.POST;
        }
        return own.memoByAccount().isEmpty() ? Channel.CostOfGoods.OFF : Channel.CostOfGoods.MEMO;
    }

    private static Shop order(String createdAt) {
        Shop order = new Shop().product(1, "2", "50.00", "20.00").totals("100.00", "0");
        order.created = Instant.parse(createdAt);
        order.modified = order.created;
        return order;
    }

    private static Refund half(long id, String createdAt) {
        Refund half = refund(id, "50.00", "0", List.of(units(1, 1)), card("50.00"));
        return new Refund(
                id,
                250,
                Instant.parse(createdAt).atOffset(ZoneOffset.UTC),
                half.totalAmount(),
                half.totalTax(),
                half.items(),
                half.payments());
    }
}
