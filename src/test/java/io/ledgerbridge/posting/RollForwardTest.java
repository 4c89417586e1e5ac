package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbridge.books.JournalDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollForwardTest {

    private final JournalDraft draft = new Bookkeeping(new Settings())
            .work(new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00"))
            .journals()
            .get(0);

    @ParameterizedTest
    @CsvSource({"1, 2026-11-01", "2, 2026-12-01", "3, 2027-01-01", "12, 2027-10-01"})
    void movesAnEntryToTheFirstDayOfAFollowingMonth(int months, String date) {
        assertThat(RollForward.of(draft, months).entry().accountingDate()).isEqualTo(date);
    }

    @Test
    void keepsTheReferenceAndTheLinesAndTellsThePlannedDate() {
        JournalDraft moved = RollForward.of(draft, 1);
        assertThat(moved.entry().reference()).isEqualTo("BC250");
        assertThat(moved.entry().lines()).isEqualTo(draft.entry().lines());
        assertThat(moved.entry().description()).isEqualTo("Due 2026-10-31 BC250");
        assertThat(moved.kind()).isEqualTo(draft.kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 13})
    void refusesMoreThanTwelveMonthsAndFewerThanOne(int months) {
        assertThatIllegalArgumentException().isThrownBy(() -> RollForward.of(draft, months));
    }
}
