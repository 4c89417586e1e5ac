package io.ledgerbridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console names each kind of what an erasure takes out. */
class ErasedKindsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_fr"})
    void haveTheirWords(String language) throws Exception {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/audit%s.properties".formatted(language)))) {
            texts.load(file);
        }

        assertThat(OrderWords.KINDS)
                .hasSizeGreaterThan(OrderWords.TAKEN.size())
                .allSatisfy(kind -> assertThat(texts.getProperty("audit.erase.kind." + kind))
                        .as(kind)
                        .isNotBlank());
    }
}
