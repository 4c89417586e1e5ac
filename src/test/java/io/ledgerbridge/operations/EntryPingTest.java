package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.FoundEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ping says of the newest posted entry. */
class EntryPingTest {

    @Test
    void saysThatItReadsAsTheBooksHaveIt() {
        assertThat(EntryPing.compared(journal(), List.of(entry("N1", Optional.empty()))))
                .isEqualTo(new PingCheck("sage-x3-entry", true, "entry N1 reads as the books have BC250 (final)"));
    }

    @Test
    void saysHowItDiffers() {
        assertThat(EntryPing.compared(journal(), List.of(entry("N1", Optional.of("each sum is 2 times ours")))))
                .isEqualTo(new PingCheck(
                        "sage-x3-entry",
                        false,
                        "entry N1 doesn't read as the books have BC250: each sum is 2 times ours"));
    }

    @Test
    void saysThatX3LacksIt() {
        PingCheck check = EntryPing.compared(journal(), List.of());

        assertThat(check.ok()).isFalse();
        assertThat(check.detail()).startsWith("Sage X3 lacks BC250, which the books have as entry N1");
    }

    @Test
    void saysUnderWhichNumbersX3HasIt() {
        List<FoundEntry> both = List.of(entry("N1", Optional.empty()), entry("N2", Optional.empty()));

        assertThat(EntryPing.compared(journal(), both).detail())
                .isEqualTo("Sage X3 has BC250 as entry N1 and N2, the books as entry N1");
    }

    private static Journal journal() {
        Journal journal = mock(Journal.class);
        when(journal.reference()).thenReturn("BC250");
        when(journal.x3Number()).thenReturn("N1");
        return journal;
    }

    private static FoundEntry entry(String number, Optional<String> difference) {
        FoundEntry entry = mock(FoundEntry.class);
        when(entry.number()).thenReturn(number);
        when(entry.status()).thenReturn("final");
        when(entry.differenceTo(org.mockito.ArgumentMatchers.any())).thenReturn(difference);
        return entry;
    }
}
