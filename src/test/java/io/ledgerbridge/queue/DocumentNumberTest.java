package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "CN-7, CN-7",
        "2026/114, 2026/114",
        "FR011-2611-4711, FR011-2611-4711",
        "INV-2026.7, INV-2026.7",
        "inv2026, inv2026",
        "Avoir FA 2026-114, 2026-114",
        "Avoir-2026-114, 2026-114",
        "paid to Maria by CN-7, CN-7",
        "Habermehl-2026, 2026",
        "3f2a9c1e-aaaa-4bcd-8eef-0123456789ab, 3f2a9c1e-aaaa-4bcd-8eef-0123456789ab",
    })
    void isThePartOfADocumentThatNamesNobody(String document, String number) {
        assertThat(DocumentNumber.of(document)).hasValue(number);
        assertThat(DocumentNumber.of(number)).as("of itself").hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane.doe1985", "jane1985@example.com", "1985jane", "Élodie7", "Habermehl", "(erased)", ""})
    void isNotThereInANameOrAWord(String document) {
        assertThat(DocumentNumber.of(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Avoir FA 2026-114, avoir fa 2026-114, true",
        "2026-114, Avoir FA 2026-114, true",
        "cn-7, paid by CN-7, true",
        "letter of 2026, receipt of 2026, false",
        "(erased), thanks, false",
    })
    void tellsADocumentByItsNumberOnceItsWordsAreErased(String kept, String given, boolean same) {
        assertThat(DocumentNumber.isSame(kept, given)).isEqualTo(same);
    }
}
