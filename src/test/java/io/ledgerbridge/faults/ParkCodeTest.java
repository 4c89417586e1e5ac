package io.ledgerbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is one that the program has, and that the README says what to do about. */
class ParkCodeTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void isInTheTableOfTheReadmeAndInTheProgram(ParkCode code) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + code.label() + "`");
        assertThat(sources()).contains("ParkCode." + code.name());
    }

    @Test
    void readsBackWhatItSpells() {
        assertThat(ParkCode.values())
                .allSatisfy(code -> assertThat(ParkCode.ofLabel(code.label())).contains(code));
        assertThat(ParkCode.ofLabel("of-another-version")).isEmpty();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).map(ParkCodeTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
