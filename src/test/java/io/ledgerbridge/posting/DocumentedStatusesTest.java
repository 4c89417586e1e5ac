package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.rules.JournalSettings.Recognition;
import io.ledgerbridge.sandbox.bigcommerce.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of statuses in docs/accounting.md says what each means for the ledger. */
class DocumentedStatusesTest {

    /** A status, and the word for what it is to the ledger. */
    record Documented(String meaning, int id, String label) {

        static Stream<Documented> of(List<String> row) {
            return Arrays.stream(row.get(1).split(", ", -1)).map(status -> {
                String[] words = status.split(" ", 2);
                return new Documented(row.get(0), Integer.parseInt(words[0]), words[1]);
            });
        }
    }

    @Test
    void namesEachStatusOnce() {
        assertThat(statuses())
                .extracting(status -> status.id() + " " + status.label())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Status.values())
                        .map(status -> status.id() + " " + status.label())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void meansWhatTheProgramTakesItFor(Documented status) {
        assertThat(ShopOrderStatus.ofId(status.id()).orElseThrow().name().toLowerCase(Locale.ROOT))
                .isEqualTo(status.meaning());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void holdsTheOrderAsItSays(Documented status) {
        assertThat(List.of(holds(status.id(), Recognition.IMMEDIATE), holds(status.id(), Recognition.ON_CONFIRMATION)))
                .isEqualTo(
                        switch (status.meaning()) {
                            case "void" -> List.of(false, false);
                            case "pending" -> List.of(true, false);
                            case "confirmed" -> List.of(true, true);
                            default -> throw new IllegalStateException("no meaning: " + status.meaning());
                        });
    }

    private static boolean holds(int status, Recognition recognition) {
        Settings settings = new Settings();
        settings.recognition = recognition;
        Shop shop = WorkedExamplesTest.orderWithEverything();
        shop.status = status;
        return !new Bookkeeping(settings).work(shop).journals().isEmpty();
    }

    static List<Documented> statuses() {
        return new AccountingPage()
                .table("for the ledger").rows().stream().flatMap(Documented::of).toList();
    }
}
