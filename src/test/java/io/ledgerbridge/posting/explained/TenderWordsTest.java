package io.ledgerbridge.posting.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.TenderWords;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Nothing that isn't told is ever named. */
class TenderWordsTest {

    @Test
    void namesNoProviderWhereNoneIsTold() {
        assertThat(TenderWords.payment(new Refund.Payment(1, null, BigDecimal.ONE, false, false)))
                .hasToString("the payment that names no provider");
    }

    @Test
    void namesTheReceivableAsAnAccountAndNotAsAWayOfPaying() {
        assertThat(TenderWords.paid(Purpose.of(Role.RECEIVABLE))).hasToString("what was paid into the receivable");
        assertThat(TenderWords.paid(Purpose.paidBy("Card"))).hasToString("what was paid by Card");
    }

    @Test
    void saysNothingOfAStatusThatWasNotTold() {
        Sentences sentences = new Sentences(Currency.getInstance("USD"));
        assertThat(new Change(null, "payment_status", null, "captured").words(sentences))
                .hasToString("payment_status went from nothing to captured");
    }
}
