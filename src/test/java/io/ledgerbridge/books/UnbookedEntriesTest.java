package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.PlannedAnewFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class UnbookedEntriesTest {

    private static final String FOLDER = "http://x3.example.com:8124|SEED";

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final UnbookedEntries traces;
    private final HeldFence fence = new HeldFence("us", 250, 3);

    UnbookedEntriesTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                Books.class,
                JournalRows.class,
                UnbookedEntryRows.class,
                AuditTrail.class,
                UnbookedEntries.class);
        this.books = beans.getBean(Books.class);
        this.traces = beans.getBean(UnbookedEntries.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void asksForTheNextAdjustmentsAndReversals() {
        begin("BC250");

        assertThat(asked()).containsExactly("BC250-A1", "BC250-A2", "BC250-A3", "BC250-V1", "BC250-V2", "BC250-V3");
        assertThat(traces.asked("us", 250)).allSatisfy(journal -> {
            assertThat(traces.isAsked(journal)).isTrue();
            assertThat(journal.folder()).isEqualTo(FOLDER);
        });
        assertThat(traces.asked("us", 251)).isEmpty();
    }

    @Test
    void asksBehindWhatTheBooksHave() {
        post("BC250");
        post("BC250-A1");

        begin("BC250-A2");

        assertThat(asked()).containsExactly("BC250-A3", "BC250-A4", "BC250-V1", "BC250-V2", "BC250-V3");
    }

    @Test
    void goesOnAskingUntilOneIsMissing() {
        begin("BC250");
        answer("BC250-A1", true);
        answer("BC250-A2", true);
        assertThat(asked()).doesNotContain("BC250-A4");
        answer("BC250-A3", true);
        assertThat(asked()).contains("BC250-A4", "BC250-A5", "BC250-A6").doesNotContain("BC250-A7");
        for (String missing : List.of("BC250-A4", "BC250-A5", "BC250-A6", "BC250-V1", "BC250-V2", "BC250-V3")) {
            answer(missing, false);
        }
        assertThat(asked()).isEmpty();
        assertThat(traces.take(fence))
                .extracting(UnbookedEntry::reference)
                .containsExactly("BC250", "BC250-A1", "BC250-A2", "BC250-A3");
    }

    @Test
    void asksForNoMoreThanThirty() {
        begin("BC250");
        while (!asked().isEmpty()) {
            answer(asked().get(0), true);
        }

        assertThat(traces.take(fence)).hasSize(61);
    }

    @Test
    void isTakenOnceAndOnlyWhole() {
        begin("BC250");
        assertThatThrownBy(() -> traces.take(fence))
                .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault).isInstanceOf(PlannedAnewFault.class));
        asked().forEach(reference -> answer(reference, false));

        UnbookedEntry only = traces.take(fence).get(0);

        assertThat(only.sums().get("411000")).isEqualByComparingTo("9.50");
        assertThat(only.difference()).isEqualTo("account 411000 differs by -1");
        assertThat(only.words()).startsWith("BC250 as entry VTE-BC250 of 2026-11-03 (411000 9.50, 707000 -9.50 USD)");
        assertThat(traces.take(fence)).isEmpty();
    }

    @Test
    void takesWhatWasFoundIntoTheBooks() {
        plan("BC250-A1");
        JournalDraft found = Entries.draft("BC250-A1", "USD", "9.50");

        books.adopt(fence, FOLDER, List.of(found), List.of("VTE-9"));

        assertThat(books.journalsOf("us", 250))
                .extracting(Journal::state, journal -> Optional.ofNullable(journal.x3Number()))
                .containsExactly(
                        tuple(JournalState.WITHDRAWN, Optional.empty()),
                        tuple(JournalState.POSTED, Optional.of("VTE-9")));
    }

    private void begin(String reference) {
        traces.begin(fence, plan(reference), FOLDER, found(reference, "account 411000 differs by -1"));
    }

    private void answer(String reference, boolean there) {
        Journal asked = traces.asked("us", 250).stream()
                .filter(journal -> journal.reference().equals(reference))
                .findFirst()
                .orElseThrow();
        traces.saw(fence, asked, there ? found(reference, null) : null);
    }

    private static UnbookedEntry found(String reference, @Nullable String difference) {
        return new UnbookedEntry(
                reference,
                "VTE-" + reference,
                LocalDate.parse("2026-11-03"),
                "USD",
                Map.of("411000", new BigDecimal("9.50"), "707000", new BigDecimal("-9.50")),
                difference);
    }

    private List<String> asked() {
        return traces.asked("us", 250).stream().map(Journal::reference).toList();
    }

    private void post(String reference) {
        books.posted(fence, books.sending(fence, plan(reference), FOLDER, "hash"), "VTE-" + reference, null);
    }

    private Journal plan(String reference) {
        return books.plan(fence, FOLDER, List.of(Entries.draft(reference, "USD", "10.50")), "test", PlanOrigin.UNKNOWN)
                .get(0);
    }
}
