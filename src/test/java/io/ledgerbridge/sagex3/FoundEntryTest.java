package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry under our reference, whose sums may be several times ours. */
class FoundEntryTest {

    @ParameterizedTest
    @CsvSource({
        "10.00, -10.00, ",
        "20.00, -20.00, each sum is 2 times ours: the folder seems to show the rows of 2 ledgers",
        "30.00, -30.00, each sum is 3 times ours: the folder seems to show the rows of 3 ledgers",
        "20.00, -10.00, account 411000 differs by USD 10.00",
        "15.00, -15.00, account 411000 differs by USD 5.00",
        "110.00, -110.00, account 411000 differs by USD 100.00",
        "-10.00, 10.00, account 411000 differs by USD -20.00",
        "0, 0, account 411000 differs by USD -10.00"
    })
    void saysWhenEachSumIsAWholeMultiple(String receivable, String revenue, @Nullable String words) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        sums.put("411000", new BigDecimal(receivable));
        sums.put("707000", new BigDecimal(revenue));
        FoundEntry found = new FoundEntry("N1", LocalDate.of(2026, 10, 31), "USD", sums, null);

        String difference =
                found.differenceTo(X3RequestsTest.journal("USD", "10.00")).orElse(null);

        if (words == null) {
            assertThat(difference).isNull();
        } else {
            assertThat(difference).startsWith(words);
        }
    }
}
