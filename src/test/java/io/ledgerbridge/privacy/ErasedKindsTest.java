package io.ledgerbridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console names each kind of what an erasure takes out. */
class ErasedKindsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void haveTheirWords(String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages/audit",
                Locale.forLanguageTag(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

        Stream<String> others = Stream.of("chainWords", "stateWords", "recordedRefunds", "approvals");
        assertThat(Stream.concat(OrderWords.TAKEN.keySet().stream(), others))
                .allSatisfy(kind -> assertThat(texts.containsKey("audit.erase.kind." + kind))
                        .as(kind)
                        .isTrue());
    }
}
