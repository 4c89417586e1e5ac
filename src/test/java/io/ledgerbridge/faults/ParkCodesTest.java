package io.ledgerbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason that the sources park an order for is a series of its own. */
class ParkCodesTest {

    private static final Pattern REASON = Pattern.compile("new (?:ParkReason|CannotPost)\\(\\s*\"([a-z0-9-]+)\"");

    private static final Set<String> NOT_PARKED = Set.of("held", "ignored");

    @Test
    void areEachInTheTableOfTheReadme() throws IOException {
        String table = Files.readString(Path.of("README.md"));

        assertThat(ParkCodes.ALL)
                .filteredOn(code -> !code.equals(ParkCodes.OTHER))
                .allSatisfy(code -> assertThat(table).contains("`" + code + "`"));
    }

    @Test
    void nameEachReasonOfTheSources() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher reasons = REASON.matcher(Files.readString(file));
                while (reasons.find()) {
                    used.add(reasons.group(1));
                }
            }
        }
        used.removeAll(NOT_PARKED);

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(ParkCodes.ALL).containsAll(used).doesNotHaveDuplicates().isSorted();
    }
}
