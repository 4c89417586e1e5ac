package io.ledgerbridge.posting.explained.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.ledger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program names each text of {@code why.properties}, and no other. */
class PhraseFilesTest {

    private static final List<Path> SPEAKING = List.of(
            Path.of("src/main/java/io/ledgerbridge/posting"), Path.of("src/main/java/io/ledgerbridge/readings"));

    /** Such as {@code "said.product"}; fields have an underscore, settings another first part. */
    private static final Pattern KEY = Pattern.compile("\"([a-z-]+(\\.[a-z-]+)*)\"");

    /** By the names of roles, and of parts of orders that are taxed. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("(role|label|part)\\..*|time");

    private final Set<String> keys = keys(Locale.ROOT);

    @Test
    void areNamedByTheProgram() throws IOException {
        assertThat(keys.stream().filter(key -> !PUT_TOGETHER.matcher(key).matches()))
                .hasSizeGreaterThan(150)
                .isSubsetOf(literals());
    }

    @Test
    void haveEachTextThatTheProgramNames() throws IOException {
        Set<String> first = keys.stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());

        assertThat(literals().stream().filter(literal -> first.stream().anyMatch(literal::startsWith)))
                .hasSizeGreaterThan(100)
                .isSubsetOf(keys);
    }

    @ParameterizedTest
    @EnumSource
    void nameEachRole(Role role) {
        assertThat(PurposeWords.spoken(role)).hasToString(role.label().replace('-', ' '));
        assertThat(PurposeWords.label(role)).hasToString(role.label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void sayEachPhraseWithItsValues(String language) {
        for (String key : keys) {
            Phrase phrase = Phrase.of(key, "v0", "v1", "v2", "v3", "v4");

            assertThat(phrase.in(Locale.forLanguageTag(language)))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{", "}", "??", "  ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void sayNothingInEnglishInAnotherLanguage(String language) {
        for (String key : keys) {
            String said = Phrase.of(key, "0", "1", "2", "3", "4").in(Locale.forLanguageTag(language));

            assertThat(EnglishLeft.in(said)).as(key).isEmpty();
        }
    }

    private static Set<String> keys(Locale language) {
        return ResourceBundle.getBundle(
                        "messages/why", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet()
                .stream()
                .map(key -> key.replaceFirst("^why\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path folder : SPEAKING) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = KEY.matcher(Files.readString(file));
                    while (found.find()) {
                        literals.add(found.group(1));
                    }
                }
            }
        }
        return literals;
    }
}
