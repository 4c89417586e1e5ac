package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.faults.ParkReason;
import org.junit.jupiter.api.Test;

/** What a person is told to do about an entry that is under our reference. */
class TakenReferenceTest {

    @Test
    void hasNothingEnteredOrRenumberedWhereTheEntryIsOursSeveralTimes() {
        ParkReason reason = TakenReference.reason("BC250", "N1", TakenReference.times(2));

        assertThat(reason.code()).isEqualTo("reference-taken");
        assertThat(reason.detail())
                .isEqualTo("Sage X3 has BC250 as entry N1, but each sum is 2 times ours: the folder seems to show the"
                        + " rows of 2 ledgers");
        assertThat(reason.remedy())
                .isEqualTo("The entry is there: enter and renumber nothing. Have the store's answer template yield each"
                        + " line's ledger, and set sage-x3.ledger to the one that counts, then work the order again.");
    }

    @Test
    void hasAnyOtherEntryCorrectedOrRenumbered() {
        assertThat(TakenReference.reason("BC250", "N1", "account 411000 differs by USD 5.00")
                        .remedy())
                .startsWith("See whose entry that is.");
    }
}
