package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.unbooked.UnbookedHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Newer books posted an order and its edits, and these books know nothing of it, or of its edits. */
class UnbookedHistoryTest {

    private final Settings settings = new Settings();
    private final Bookkeeping newer = new Bookkeeping(settings);
    private final Bookkeeping older = new Bookkeeping(settings);

    @Test
    void takesAnOrderWithItsEditsIntoTheBooks() {
        editedTwice();

        assertThat(history(order(2, "20.00"), foundAll()).journals())
                .hasValueSatisfying(drafts -> assertThat(drafts)
                        .extracting(Bookkeeping::shown)
                        .containsExactlyElementsOf(newer.journals.stream()
                                .map(Journal::draft)
                                .map(Bookkeeping::shown)
                                .toList()));
    }

    @Test
    void takesTheEditsIntoBooksThatHaveTheOrder() {
        older.work(order(1, "0.00"));
        editedTwice();

        assertThat(history(order(2, "20.00"), foundAll().subList(1, 3)).journals())
                .hasValueSatisfying(drafts -> assertThat(drafts)
                        .extracting(draft -> draft.entry().reference())
                        .containsExactly("BC250-A1", "BC250-A2"));
    }

    @Test
    void takesThemThoughARefundIsLeftToPost() {
        editedTwice();
        Shop refunded = order(2, "20.00").refund(refund(7, "108.25", "8.25", List.of(units(1, 1)), card("108.25")));

        assertThat(history(refunded, foundAll()).journals()).isPresent();
    }

    @Test
    void takesAnEditAndItsCancellation() {
        older.work(order(1, "0.00"));
        newer.work(order(1, "0.00"));
        newer.work(order(2, "0.00"));
        newer.work(cancelled(order(2, "0.00")));

        assertThat(history(cancelled(order(2, "0.00")), foundAll().subList(1, 3))
                        .journals())
                .hasValueSatisfying(drafts -> assertThat(drafts).hasSize(2));
    }

    @Test
    void takesNothingThatDiffersByACent() {
        editedTwice();
        List<UnbookedEntry> found = foundAll();
        found.set(1, changed(found.get(1)));

        UnbookedHistory history = history(order(2, "20.00"), found);

        assertThat(history.journals()).isEmpty();
        ParkReason reason = history.reason(false);
        assertThat(reason.code()).isEqualTo("books-behind");
        assertThat(reason.detail())
                .contains("BC250 as entry X3-0", "BC250-A1 as entry X3-1", "BC250-A2 as entry X3-2")
                .contains("they would post BC250 of");
    }

    @Test
    void takesNothingWhereTheOrderHasChangedOnceMore() {
        editedTwice();

        assertThat(history(order(3, "20.00"), foundAll()).journals()).isEmpty();
    }

    @Test
    void takesNothingWhereAnAccountIsOfTwoRoles() {
        settings.accounts.put("shipping", "707000");
        newer.settings(settings);
        older.settings(settings);
        editedTwice();

        assertThat(history(order(2, "20.00"), foundAll()).journals()).isEmpty();
    }

    @Test
    void takesNothingInAnotherCurrency() {
        editedTwice();
        List<UnbookedEntry> found = foundAll();
        UnbookedEntry first = found.get(0);
        found.set(
                0,
                new UnbookedEntry(
                        first.reference(), first.x3Number(), first.accountingDate(), "EUR", first.sums(), null));

        assertThat(history(order(2, "20.00"), found).journals()).isEmpty();
    }

    @Test
    void takesASingleEntryForSomebodyElsesUnlessTheBooksAreBehind() {
        newer.work(order(1, "0.00"));

        UnbookedHistory history = history(order(2, "0.00"), foundAll());

        assertThat(history.journals()).isEmpty();
        assertThat(history.reason(false).code()).isEqualTo("reference-taken");
        assertThat(history.reason(true).code()).isEqualTo("books-behind");
    }

    private void editedTwice() {
        newer.work(order(1, "0.00"));
        newer.work(order(2, "0.00"));
        newer.work(order(2, "20.00"));
    }

    private UnbookedHistory history(Shop shop, List<UnbookedEntry> found) {
        OrderFacts facts = older.facts.with(shop.reading().order());
        OrderHistory known = new OrderHistory(older.journals, List.of(), 0, facts, false);
        Plan plan = settings.planner().plan(shop.reading(), known);
        return new UnbookedHistory(settings.rules(), shop.reading(), known, plan.journals(), found);
    }

    /** What X3 has of the order, as the newer books posted it. */
    private List<UnbookedEntry> foundAll() {
        List<UnbookedEntry> found = new ArrayList<>();
        newer.journals.forEach(journal -> found.add(traced(journal.draft(), "X3-" + found.size())));
        return found;
    }

    private static UnbookedEntry traced(JournalDraft draft, String number) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        draft.entry()
                .lines()
                .forEach(line -> sums.merge(line.account(), line.amount().amount(), BigDecimal::add));
        return new UnbookedEntry(
                draft.entry().reference(), number, draft.entry().accountingDate(), "USD", sums, null);
    }

    private static UnbookedEntry changed(UnbookedEntry entry) {
        Map<String, BigDecimal> sums = new TreeMap<>(entry.sums());
        sums.merge("411000", new BigDecimal("0.01"), BigDecimal::add);
        sums.merge("707000", new BigDecimal("-0.01"), BigDecimal::add);
        return new UnbookedEntry(
                entry.reference(), entry.x3Number(), entry.accountingDate(), entry.currency(), sums, null);
    }

    private static Shop cancelled(Shop shop) {
        shop.status = 5;
        return shop;
    }

    /** Units at 100.00 with 8.25 % of tax, and shipping without any. */
    private static Shop order(int units, String shipping) {
        BigDecimal tax = new BigDecimal("8.25").multiply(BigDecimal.valueOf(units));
        BigDecimal ex = BigDecimal.valueOf(100L * units).add(new BigDecimal(shipping));
        Shop shop = new Shop()
                .product(1, String.valueOf(units), "100.00", "0")
                .totals(ex.add(tax).toPlainString(), tax.toPlainString());
        shop.shipping = new BigDecimal(shipping);
        return shop;
    }
}
