package io.ledgerbridge.books.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Entries;
import io.ledgerbridge.books.HeldFence;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalRows;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.origin.PlanOrigin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class JournalQueryTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-31");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final JournalLists lists;

    JournalQueryTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                Books.class,
                JournalRows.class,
                JournalLists.class,
                NewestPosted.class,
                AuditTrail.class);
        this.books = beans.getBean(Books.class);
        this.lists = beans.getBean(JournalLists.class);
    }

    /** Twelve journals: orders 1 to 6 of two stores, channels in turn, a day after the other, order 6 posted. */
    @BeforeEach
    void fill() {
        database.clear();
        for (String store : List.of("us", "eu")) {
            for (int order = 6; order >= 1; order--) {
                HeldFence fence = new HeldFence(store, order, 1);
                JournalDraft draft = Entries.draft(
                        "BC" + order, "USD", order + ".00", "" + (1 + order % 2), FIRST.plusDays(order - 1L));
                Journal journal = books.plan(fence, "x3|" + store, List.of(draft), "", PlanOrigin.UNKNOWN)
                        .get(0);
                if (order == 6) {
                    books.posted(fence, journal, "SAL" + order, null);
                }
            }
        }
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void findsEverythingByAccountingDateWhereNothingIsAsked() {
        JournalPage page = find(null, null, null, null, null, null);
        assertThat(page.total()).isEqualTo(12);
        assertThat(page.items())
                .hasSize(12)
                .isSortedAccordingTo(
                        (a, b) -> a.entry().accountingDate().compareTo(b.entry().accountingDate()));
        assertThat(page.items())
                .allSatisfy(journal -> assertThat(journal.lines()).hasSize(2));
    }

    @Test
    void knowsTheNewestPostedOfAFolder() {
        NewestPosted newest = beans.getBean(NewestPosted.class);
        assertThat(newest.of("us", "x3|us")).hasValueSatisfying(journal -> {
            assertThat(journal.x3Number()).isEqualTo("SAL6");
            assertThat(journal.lines()).hasSize(2);
        });
        assertThat(newest.of("us", "x3|eu")).isEmpty();
        assertThat(newest.of("jp", "x3|us")).isEmpty();
    }

    @Test
    void narrowsByEachCondition() {
        assertThat(find("us", null, null, null, null, null).total()).isEqualTo(6);
        assertThat(find(null, "1", null, null, null, null).total()).isEqualTo(6);
        assertThat(find(null, null, 4L, null, null, null).total()).isEqualTo(2);
        assertThat(find(null, null, null, JournalState.POSTED, null, null).total())
                .isEqualTo(2);
        assertThat(find(null, null, null, null, FIRST.plusDays(4), null).total())
                .isEqualTo(4);
        assertThat(find(null, null, null, null, null, FIRST).total()).isEqualTo(2);
    }

    @Test
    void narrowsByAllConditionsAtOnceWithBothDatesIncluded() {
        JournalPage page = find("eu", "2", 3L, JournalState.PLANNED, FIRST.plusDays(2), FIRST.plusDays(2));
        assertThat(page.items())
                .extracting(Journal::store, Journal::reference)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("eu", "BC3"));
        assertThat(find("eu", "1", 3L, null, null, null).items()).isEmpty();
    }

    @Test
    void givesEachJournalOnOnePage() {
        List<Long> all = find(null, null, null, null, null, null).items().stream()
                .map(Journal::id)
                .toList();
        List<Long> paged = new java.util.ArrayList<>();
        for (int page = 0; page < 4; page++) {
            JournalPage part = lists.find(new JournalQuery(null, null, null, null, null, null, page, 5));
            assertThat(part.total()).isEqualTo(12);
            paged.addAll(part.items().stream().map(Journal::id).toList());
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void takesAPageFarBehindTheLast() {
        JournalPage page = lists.find(new JournalQuery(null, null, null, null, null, null, Integer.MAX_VALUE, 500));
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(12);
    }

    @Test
    void takesNoConditionForSql() {
        assertThat(find("' OR 1=1 --", null, null, null, null, null).total()).isZero();
    }

    private JournalPage find(
            @Nullable String store,
            @Nullable String channel,
            @Nullable Long order,
            @Nullable JournalState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return lists.find(new JournalQuery(store, channel, order, state, from, to, 0, 500));
    }
}
