package io.ledgerbridge.console.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Explanations;
import io.ledgerbridge.posting.explained.PlanSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A line's sentence names the amount and the side that the page shows. */
class EntryLineTest {

    @Test
    void saysARefundOnTheSideOfItsAccount() {
        EntryLine line = refunded(NegativeAmounts.KEEP);

        assertThat(line.credit()).isEqualByComparingTo("-50.00");
        assertThat(line.words(Locale.ENGLISH, false)).startsWith("Revenue -50.00, credit: ");
        assertThat(line.words(Locale.GERMAN, false)).startsWith("Erlöse -50,00 im Haben: ");
        assertThat(line.words(Locale.FRENCH, false)).startsWith("Chiffre d’affaires -50,00 au crédit : ");
    }

    @Test
    void saysARefundOnTheOtherSideWhereSageX3HasItThere() {
        EntryLine line = refunded(NegativeAmounts.SWAP_SIDES);

        assertThat(line.debit()).isEqualByComparingTo("50.00");
        assertThat(line.words(Locale.ENGLISH, false)).startsWith("Revenue 50.00, debit: ");
    }

    @Test
    void saysTheSideBySignWhereAmountsAreSigned() {
        EntryLine line = refunded(NegativeAmounts.KEEP);

        assertThat(line.signed()).isEqualByComparingTo("50.00");
        assertThat(line.words(Locale.ENGLISH, true)).startsWith("Revenue 50.00, debit: ");
    }

    /** The revenue of a refund of 50.00. */
    private static EntryLine refunded(NegativeAmounts negativeAmounts) {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("100.00", "0.00");
        books.work(shop);
        books.work(shop.refund(Shop.refund(7, "50.00", "0.00", List.of(), Shop.card("50.00"))));
        Bookkeeping.Planned planned = books.planned.get(1);
        PlanSource source = new PlanSource(planned.rules(), planned.reading(), null, planned.known());
        Journal refund = planned.journals().get(0);
        ExplainedLine why = new Explanations(source, planned.known(), null)
                .of(refund, refund.origin().lines()).stream()
                        .filter(line -> line.line().role() == Role.REVENUE)
                        .findFirst()
                        .orElseThrow();
        return EntryLine.of(why.line(), negativeAmounts, why);
    }
}
