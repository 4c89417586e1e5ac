package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.References;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/accounting.md names each rule once, and every reason to park, flag and reference that planning has. */
class DocumentedRulesTest {

    private static final AccountingPage PAGE = new AccountingPage();
    private static final Pattern USE = Pattern.compile("ParkCode\\.([A-Z0-9_]+)");

    @Test
    void namesEachRuleOnce() {
        assertThat(PAGE.names().stream().filter(name -> !name.equals("The orders")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("parkCodes")
    void namesEachReasonToPark(ParkCode code) {
        assertThat(AccountingPage.codes(PAGE.text())).contains(code.label());
    }

    @ParameterizedTest
    @EnumSource
    void namesEachFlag(OrderFlag.Kind kind) {
        assertThat(AccountingPage.codes(PAGE.text())).contains(new OrderFlag(kind, "").code());
    }

    @Test
    void parksByReasonsThatThereAre() {
        assertThat(PAGE.table("check").rows())
                .extracting(row -> ParkCode.ofLabel(AccountingPage.code(row.get(1))))
                .doesNotContain(Optional.empty());
    }

    @Test
    void namesTheReferencesOfEachKind() {
        References references = new References("BC", 250);
        assertThat(PAGE.table("reference").rows())
                .extracting(row -> AccountingPage.code(row.get(0)))
                .containsExactly(
                        references.first(),
                        references.adjustment(Set.of()),
                        references.reversal(Set.of()),
                        references.refund(77),
                        references.refund(RefundId.ofRecorded(1)));
        assertThat(PAGE.text())
                .contains("It takes %d characters".formatted(JournalEntry.LONGEST_REFERENCE))
                .contains("at most %d months".formatted(RollForward.MOST_MONTHS));
    }

    /** Those that planning an order can come to; what is found in Sage X3 alone is no rule of accounting. */
    static List<ParkCode> parkCodes() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/ledgerbridge/posting"))) {
            Set<ParkCode> codes = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("unbooked"))
                    .forEach(file -> USE.matcher(read(file))
                            .results()
                            .forEach(use -> codes.add(ParkCode.valueOf(use.group(1)))));
            return List.copyOf(codes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
