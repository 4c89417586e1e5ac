package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.faults.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class LateCommitsTest {

    private static final String FOLDER = "http://x3.example.com:8124|SEED";

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final LateCommits lateCommits;
    private final HeldFence fence = new HeldFence("us", 250, 3);

    LateCommitsTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, Books.class, JournalRows.class, AuditTrail.class, LateCommits.class);
        this.books = beans.getBean(Books.class);
        this.lateCommits = beans.getBean(LateCommits.class);
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
    void hasAJournalLookedUpOneTenAndSixtyMinutesAfterItWasPosted() {
        posted();

        clock.advance(Duration.ofSeconds(59));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        lookUp();
        clock.advance(Duration.ofMinutes(9).minusSeconds(1));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        lookUp();
        clock.advance(Duration.ofMinutes(50));
        lookUp();
        clock.advance(Duration.ofDays(20));
        assertThat(due()).isEmpty();
    }

    @Test
    void leavesOutTheLooksWhoseTimeWentBy() {
        posted();
        clock.advance(Duration.ofMinutes(30));
        lookUp();

        clock.advance(Duration.ofMinutes(29));
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(due()).hasSize(1);
    }

    @Test
    void waitsForAJournalThatIsNotPostedYet() {
        Journal unknown = unknown();
        lateCommits.watch(unknown);
        clock.advance(Duration.ofHours(2));

        assertThat(due()).as("its fate isn't known").isEmpty();

        lateCommits.watch(unknown);
        books.posted(fence, books.sending(fence, unknown, FOLDER, "hash"), "VTE-1", null);
        clock.advance(Duration.ofMinutes(1));
        assertThat(due()).extracting(Journal::x3Number).containsExactly("VTE-1");
    }

    @Test
    void keepsTheStatusThatIsReadAgain() {
        Journal journal = posted();

        lateCommits.read(fence, journal, "final");

        assertThat(books.journalsOf(journal.store(), journal.order()))
                .filteredOn(each -> each.id() == journal.id())
                .extracting(Journal::x3Status)
                .containsExactly("final");
    }

    @Test
    void keepsADoubleDueForEachFurtherWork() {
        Journal journal = posted();
        clock.advance(Duration.ofMinutes(1));
        due();

        lateCommits.doubled(fence, journal, Map.of("found", List.of("VTE-1", "VTE-2")));
        clock.advance(Duration.ofDays(2));

        assertThat(lateCommits.whoseTimeHasCome(10)).as("no timer").isEmpty();
        assertThat(lateCommits.dueOf("us", 250)).hasSize(1);
        lateCommits.lookedUp(fence, journal, Map.of());
        assertThat(lateCommits.dueOf("us", 250)).isEmpty();
    }

    @Test
    void looksUpAgainWhatWasWithdrawn() {
        Journal lacking = unknown();
        lateCommits.watch(lacking);
        books.lacking(fence, books.sending(fence, lacking, FOLDER, "hash"), "not sent");
        books.plan(fence, FOLDER, List.of(), "cancelled", PlanOrigin.UNKNOWN);
        clock.advance(Duration.ofMinutes(1));

        assertThat(due()).extracting(Journal::state).containsExactly(JournalState.WITHDRAWN);
    }

    @Test
    void watchesAReferenceWhoeverHasItNext() {
        Journal lacking = unknown();
        lateCommits.watch(lacking);
        books.lacking(fence, books.sending(fence, lacking, FOLDER, "hash"), "not sent");

        Journal next = planned("98.50");

        assertThat(next.generation()).isEqualTo(2);
        assertThat(lateCommits.isWatched(next)).isTrue();
        assertThat(lateCommits.isWatched(planned("BC250-A1", "1.00"))).isFalse();
    }

    /** As where its first journal was refused and withdrawn long ago, and the next one's create loses its reply, too. */
    @Test
    void watchesAReferenceAnewWhoseWatchHasEnded() {
        Journal journal = posted();
        clock.advance(Duration.ofHours(2));
        lookUp();
        clock.advance(Duration.ofHours(2));
        assertThat(due()).isEmpty();

        lateCommits.watch(journal);
        clock.advance(Duration.ofMinutes(1));

        assertThat(due()).hasSize(1);
    }

    /** Its month is closed some days later. */
    @Test
    void looksOnceMoreWhenItsMonthIsOver() {
        posted();
        clock.advance(Duration.ofHours(2));
        lookUp();

        clock.set(Instant.parse("2026-12-01T11:59:59Z"));
        assertThat(due()).isEmpty();
        clock.set(Instant.parse("2026-12-01T12:00:00Z"));
        lookUp();

        clock.advance(Duration.ofDays(40));
        assertThat(due()).isEmpty();
    }

    /** As where X3 was down over the end of the month. */
    @Test
    void looksTwiceMoreAtWhatWasPostedAfterItsMonth() {
        clock.set(Instant.parse("2026-12-01T13:00:00Z"));
        posted();
        clock.advance(Duration.ofHours(2));
        lookUp();

        clock.set(Instant.parse("2026-12-02T12:59:59Z"));
        assertThat(due()).isEmpty();
        clock.set(Instant.parse("2026-12-02T13:00:00Z"));
        lookUp();
        clock.set(Instant.parse("2026-12-06T13:00:00Z"));
        lookUp();

        clock.advance(Duration.ofDays(40));
        assertThat(due()).isEmpty();
    }

    @Test
    void writesNothingForAWorkerThatLostItsLease() {
        Journal journal = posted();
        fence.lose();

        assertThatThrownBy(() -> lateCommits.doubled(fence, journal, Map.of())).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> lateCommits.lookedUp(fence, journal, Map.of())).isInstanceOf(LeaseLost.class);
    }

    /** As the timer does and the order's work after it. */
    private List<Journal> due() {
        for (LateCommits.Watched watched : lateCommits.whoseTimeHasCome(10)) {
            if (lateCommits.ready(watched).isPresent()) {
                lateCommits.makeDue(watched);
            } else {
                lateCommits.putOff(watched);
            }
        }
        return lateCommits.dueOf("us", 250).stream()
                .flatMap(watched -> lateCommits.ready(watched).stream())
                .toList();
    }

    private void lookUp() {
        List<Journal> due = due();
        assertThat(due).hasSize(1);
        lateCommits.lookedUp(fence, due.get(0), Map.of("found", List.of("VTE-1")));
    }

    private Journal posted() {
        Journal unknown = unknown();
        lateCommits.watch(unknown);
        books.posted(fence, books.sending(fence, unknown, FOLDER, "hash"), "VTE-1", null);
        return books.journalsOf("us", 250).get(0);
    }

    private Journal unknown() {
        return books.unknown(fence, books.sending(fence, planned("108.50"), FOLDER, "hash"), "no reply", null);
    }

    private Journal planned(String amount) {
        return planned("BC250", amount);
    }

    private Journal planned(String reference, String amount) {
        return books.plan(fence, FOLDER, List.of(Entries.draft(reference, "USD", amount)), "test", PlanOrigin.UNKNOWN)
                .get(0);
    }
}
