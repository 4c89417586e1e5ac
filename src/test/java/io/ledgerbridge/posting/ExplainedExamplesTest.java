package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every sentence of the worked examples. */
class ExplainedExamplesTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    @ParameterizedTest
    @MethodSource("io.ledgerbridge.posting.WorkedLives#numbers")
    void needsNoRoundingAndNoIndex(String example) {
        Explained.of(WorkedLives.of(example).books)
                .values()
                .forEach(lines -> assertThat(lines).allSatisfy(line -> {
                    assertThat(line.words()).doesNotContain("null", "[");
                    assertThat(line.terms().figures()).extracting(Figure::name).doesNotContain("rounding");
                }));
    }

    /** Each figure's amount stands in the sentence, and with their signs they come to the line. */
    @ParameterizedTest
    @ValueSource(strings = {"2, 3 and 4", "5"})
    void saysEachFigureOfTheSum(String example) {
        for (Map.Entry<String, List<ExplainedLine>> journal :
                Explained.of(WorkedLives.of(example).books).entrySet()) {
            journal.getValue()
                    .forEach(line -> assertThat(numbers(line.words()))
                            .as(line.words())
                            .containsAll(line.terms().figures().stream()
                                    .map(figure -> Money.rounded(
                                                    figure.value().abs(),
                                                    line.line().amount().currency())
                                            .amount())
                                    .toList()));
        }
    }

    private static List<BigDecimal> numbers(String words) {
        return NUMBER.matcher(words)
                .results()
                .map(found -> new BigDecimal(found.group()))
                .toList();
    }
}
