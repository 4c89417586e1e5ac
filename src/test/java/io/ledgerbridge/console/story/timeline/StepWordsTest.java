package io.ledgerbridge.console.story.timeline;

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

/** Each step that the program writes into an order's audit trail has its sentence. */
class StepWordsTest {

    /** {@code audit.append(claim, "order-read", …)} and its likes. */
    private static final Pattern STEP = Pattern.compile("append\\([^\"]*?\"([a-z]+(?:-[a-z]+)+)\"", Pattern.DOTALL);

    /** Of a store's own trail, which no order's page shows. */
    private static final Set<String> OF_STORES = Set.of(
            "backfill-asked",
            "credential-removed",
            "credential-stored",
            "event-dismissed",
            "evidence-taken",
            "replay-done",
            "shadow-asked",
            "store-paused",
            "store-resumed");

    @Test
    void tellsEveryStepInWords() throws IOException {
        Set<String> steps = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher written = STEP.matcher(Files.readString(file));
                while (written.find()) {
                    steps.add(written.group(1));
                }
            }
        }
        steps.removeAll(OF_STORES);
        String texts = Files.readString(Path.of("src/main/resources/messages/story.properties"));

        assertThat(steps).hasSizeGreaterThan(12);
        assertThat(steps).allSatisfy(step -> assertThat(texts).contains("story.step." + step + " "));
    }
}
