package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.RollForward;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the planner makes of entries that closed periods have moved to a later date. */
class ClosedPeriodsTest {

    private final Bookkeeping books = new Bookkeeping(new Settings());

    @Test
    void aRolledDateIsNoNewDateOfTheOrder() {
        enterAndRoll(order(11), 2);

        assertThat(books.work(order(11)).journals()).isEmpty();
    }

    @Test
    void aMoveTakesARolledEntryBackWhereItLies() {
        enterAndRoll(order(7), 1);
        books.told(Shop.status(2, "2026-11-20T12:00:00Z", 7, 11));

        Plan move = books.work(order(11));

        assertThat(Bookkeeping.shown(move))
                .containsExactly(
                        "BC250-V1 2026-11-01: receivable -10.00 · revenue 10.00",
                        "BC250-A1 2026-11-20: receivable 10.00 · revenue -10.00");
        assertThat(move.journals().get(0).plannedDate())
                .isEqualTo(Shop.CREATED.toString().substring(0, 10));
        assertThat(books.work(order(11)).journals()).isEmpty();
    }

    @Test
    void aMoveGoesByTheDateThatARolledEntryBelongsTo() {
        enterAndRoll(order(7), 2);
        books.told(Shop.status(2, "2026-11-20T12:00:00Z", 7, 11));

        assertThat(Bookkeeping.shown(books.work(order(11))))
                .containsExactly(
                        "BC250-V1 2026-12-01: receivable -10.00 · revenue 10.00",
                        "BC250-A1 2026-11-20: receivable 10.00 · revenue -10.00");
        assertThat(books.journals.get(1).entry().description()).isEqualTo("Due 2026-10-31 BC250-V1");
        assertThat(books.work(order(11)).journals()).isEmpty();
    }

    @Test
    void aSecondMoveLeavesAloneWhatTheFirstTookBack() {
        books.work(order(7));
        books.told(Shop.status(2, "2026-11-20T12:00:00Z", 7, 11));
        Plan first = new JournalPlanner(new Settings().rules()).plan(order(11).reading(), history(order(11)));
        books.post(RollForward.of(first.journals().get(0), 1));
        books.post(first.journals().get(1));
        Shop other = order(11);
        other.channel = 2L;

        assertThat(Bookkeeping.shown(books.work(other)))
                .containsExactly(
                        "BC250-V2 2026-11-20: receivable -10.00 · revenue 10.00",
                        "BC250-A2 2026-11-20: receivable 10.00 · revenue -10.00");
    }

    @Test
    void aDescriptionHasAsManyCharactersAsX3Keeps() {
        Shop shop = order(11);
        shop.id = 1_234_567_890_123L;
        JournalDraft draft =
                new Bookkeeping(new Settings()).work(shop).journals().get(0);

        JournalDraft rolled = RollForward.of(draft, 1);

        assertThat(rolled.entry().description()).isEqualTo("Due 2026-10-31 BC1234567890123".substring(0, 30));
        shop.id = 12_345_678_901_234L;
        draft = new Bookkeeping(new Settings()).work(shop).journals().get(0);
        assertThat(RollForward.of(draft, 1).entry().description()).isEqualTo("Due 2026-10-31");
        assertThat(rolled.originalDate()).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    private void enterAndRoll(Shop shop, int months) {
        Plan plan = new JournalPlanner(new Settings().rules()).plan(shop.reading(), history(shop));
        books.post(RollForward.of(plan.journals().get(0), months));
    }

    private OrderHistory history(Shop shop) {
        books.facts = books.facts.with(shop.reading().order());
        return new OrderHistory(books.journals, books.events, 0, books.facts, false);
    }

    private static Shop order(int status) {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00");
        shop.status = status;
        return shop;
    }
}
