package io.ledgerbridge.console.needsyou;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.Parked;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cause has its words, and what to do about it, in each language. */
class NeedsYouTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]");

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_fr"})
    void namesEveryCauseAndWhatToDo(String language) throws IOException {
        Properties texts = texts(language);

        assertThat(Stream.concat(Arrays.stream(ParkCode.values()).map(ParkCode::label), Stream.of(Parked.UNREADABLE)))
                .allSatisfy(cause -> {
                    assertThat(texts.getProperty("needs-you.cause." + cause)).isNotBlank();
                    assertThat(texts.getProperty("needs-you.what-to-do." + cause))
                            .isNotBlank();
                });
        assertThat(Arrays.stream(Place.values()).map(Place::label))
                .allSatisfy(place -> assertThat(texts.getProperty("needs-you.place." + place))
                        .isNotBlank());
        assertThat(SolvedLately.STEPS)
                .allSatisfy(step ->
                        assertThat(texts.getProperty("needs-you.did." + step)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr"})
    void saysInEachLanguageTheSameWithTheSameValues(String language) throws IOException {
        Map<String, Set<String>> theirs = values(language);

        assertThat(theirs).isEqualTo(values(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_fr"})
    void hasNoApostropheThatAMessageFormatSwallows(String language) throws IOException {
        assertThat(texts(language).values()).allSatisfy(text -> {
            assertThat((String) text).doesNotContain("'");
            assertThat(new MessageFormat((String) text, Locale.ENGLISH).format(new Object[] {1L, 2L, 3L, 4L}))
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"1, '1 order needs you: 5.00 EUR'", "12408, '12,408 orders need you: 5.00 EUR'"})
    void countsInWords(long orders, String begins) throws IOException {
        MessageFormat sentence = new MessageFormat(texts("").getProperty("needs-you.sentence"), Locale.ENGLISH);

        assertThat(sentence.format(new Object[] {orders, "5.00 EUR"})).startsWith(begins);
    }

    @Test
    void hasAPlaceForEachCause() {
        assertThat(ParkCode.values())
                .allSatisfy(code -> assertThat(Place.of(code)).isNotNull());
    }

    private static Map<String, Set<String>> values(String language) throws IOException {
        Map<String, Set<String>> values = new TreeMap<>();
        texts(language)
                .forEach((key, text) -> values.put(
                        (String) key,
                        PLACEHOLDER
                                .matcher((String) text)
                                .results()
                                .collect(TreeSet::new, (all, one) -> all.add(one.group()), TreeSet::addAll)));
        return values;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(
                NeedsYouTextsTest.class.getResourceAsStream("/messages/needs-you" + language + ".properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
