package io.ledgerbridge.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.catchup.Backfills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be looked for in the trail is what the program writes into it. */
class StepNamesTest {

    /** {@code audit.append(claim, "order-read", …)} and its likes, and the constants of such names. */
    private static final Pattern STEP = Pattern.compile(
            "(?:(?:audit|trail|stores)\\.append\\((?:(?!Map)[^\";])*|putOff\\((?:(?!Map)[^\";])*|String (?:BEGUN|RECORDED|WRITTEN|KEPT|STORED) = )"
                    + "\"([a-z0-9]+(?:-[a-z0-9]+)*)\"",
            Pattern.DOTALL);

    @Test
    void areThoseThatTheProgramWrites() throws IOException {
        Set<String> written = new TreeSet<>(Set.of(AuditWordsRows.ERASED));
        for (JournalState state : JournalState.values()) {
            written.add("journal-" + state.label());
        }
        for (Approval.Kind kind : Approval.Kind.values()) {
            written.add(kind.label() + "-asked");
            written.add(kind.label() + "-confirmed");
            written.add(kind.label() + "-refused");
        }
        for (Backfills.Held held : Backfills.Held.values()) {
            written.add("backfill-" + held.label());
            written.add("shadow-" + held.label());
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher steps = STEP.matcher(Files.readString(file));
                while (steps.find()) {
                    written.add(steps.group(1));
                }
            }
        }

        assertThat(StepNames.ALL).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void haveTheirWords() {
        ResourceBundle texts = ResourceBundle.getBundle("messages/audit", Locale.ROOT);

        assertThat(StepNames.ALL)
                .allSatisfy(step ->
                        assertThat(texts.getString("audit.step." + step)).isNotBlank());
    }
}
