package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.NeedsPersonFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;

@OnEachDatabase
class BooksTest {

    private static final String FOLDER = "http://x3.example.com:8124|SEED";

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final AuditTrail audit;
    private final HeldFence fence = new HeldFence("us", 250, 3);

    BooksTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, Books.class, JournalRows.class, AuditTrail.class);
        this.books = beans.getBean(Books.class);
        this.audit = beans.getBean(AuditTrail.class);
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
    void writesAPlanWithItsLinesAndSaysSo() {
        JournalDraft draft = Entries.draft("BC250", "USD", "108.50");
        Journal journal = only(plan(draft));
        assertThat(journal.state()).isEqualTo(JournalState.PLANNED);
        assertThat(journal.generation()).isEqualTo(1);
        assertThat(journal.draft()).isEqualTo(draft);
        assertThat(journal.createdAt()).isEqualTo(clock.instant());
        assertThat(books.journalsOf("us", 250)).containsExactly(journal);
        assertThat(steps()).containsExactly("planned", "journal-written");
        assertThat(audit.of("us", 250, 0, 1000).get(1).detail())
                .contains("411000 receivable 108.50", "707000 revenue -108.50", "2026-11-03", "USD");
    }

    @ParameterizedTest
    @CsvSource({"USD, 108.50", "JPY, 10850", "KWD, 33.125", "CLF, 12.3456", "USD, 9999999999999.99"})
    void bringsBackEachAmountAsItWasWritten(String currency, String amount) {
        JournalDraft draft = Entries.withMemo(Entries.draft("BC250", currency, amount), amount);
        plan(draft);
        assertThat(only(books.journalsOf("us", 250)).draft()).isEqualTo(draft);
    }

    @Test
    void keepsADraftThatStillSaysTheSame() {
        JournalDraft draft = Entries.draft("BC250", "USD", "108.50");
        Journal first = only(plan(draft));
        assertThat(only(plan(draft))).isEqualTo(first);
        assertThat(books.journalsOf("us", 250)).hasSize(1);
    }

    @Test
    void withdrawsADraftThatChangedAndUsesItsReferenceAgain() {
        Journal first = only(plan(Entries.draft("BC250", "USD", "108.50")));
        Journal second = only(plan(Entries.draft("BC250", "USD", "98.50")));
        assertThat(second.generation()).isEqualTo(2);
        assertThat(second.lines())
                .isEqualTo(Entries.draft("BC250", "USD", "98.50").entry().lines());
        assertThat(books.journalsOf("us", 250))
                .extracting(Journal::id, Journal::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first.id(), JournalState.WITHDRAWN),
                        org.assertj.core.groups.Tuple.tuple(second.id(), JournalState.PLANNED));
        assertThat(steps())
                .containsExactly("planned", "journal-written", "planned", "journal-withdrawn", "journal-written");
    }

    @Test
    void withdrawsWhatIsPlannedNoMore() {
        plan(Entries.draft("BC250", "USD", "108.50"));
        assertThat(plan()).isEmpty();
        assertThat(only(books.journalsOf("us", 250)).state()).isEqualTo(JournalState.WITHDRAWN);
    }

    @Test
    void givesPlannedJournalsInTheDraftsOrder() {
        plan(Entries.draft("BC250-R7", "USD", "5.00"));
        List<Journal> planned = plan(Entries.draft("BC250", "USD", "108.50"), Entries.draft("BC250-R7", "USD", "5.00"));
        assertThat(planned).extracting(Journal::reference).containsExactly("BC250", "BC250-R7");
        assertThat(planned).extracting(Journal::generation).containsExactly(1, 1);
    }

    @Test
    void plansAnewWhereTheFolderIsAnother() {
        plan(Entries.draft("BC250", "USD", "108.50"));
        List<Journal> planned = books.plan(
                fence,
                "http://other|SEED",
                List.of(Entries.draft("BC250", "USD", "108.50")),
                "moved",
                PlanOrigin.UNKNOWN);
        assertThat(only(planned).generation()).isEqualTo(1);
        assertThat(books.journalsOf("us", 250))
                .extracting(Journal::state)
                .containsExactly(JournalState.WITHDRAWN, JournalState.PLANNED);
    }

    @Test
    void refusesAReferenceThatAnotherOrderHas() {
        plan(Entries.draft("BC250", "USD", "108.50"));
        HeldFence other = new HeldFence("eu", 250, 1);
        assertThatThrownBy(() -> books.plan(
                        other,
                        FOLDER,
                        List.of(Entries.draft("BC250", "USD", "108.50")),
                        "a shared prefix",
                        PlanOrigin.UNKNOWN))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault).isInstanceOf(NeedsPersonFault.class);
                    assertThat(fault.words()).contains("reference-taken", "BC250", "order 250 of store us");
                });
        assertThat(books.journalsOf("eu", 250)).isEmpty();
        assertThat(audit.of("eu", 250, 0, 1000)).isEmpty();
    }

    @Test
    void hasEachReferenceOnceAFolderAndGeneration() {
        plan(Entries.draft("BC250", "USD", "108.50"));
        assertThatThrownBy(() -> beans.getBean(JournalRows.class)
                        .insert(
                                new HeldFence("eu", 251, 1),
                                FOLDER,
                                1,
                                Entries.draft("BC250", "USD", "1.00"),
                                JournalOrigin.UNKNOWN,
                                clock.instant()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void isSentWithItsHashUnderTheFence() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        assertThat(sending.state()).isEqualTo(JournalState.SENDING);
        assertThat(sending.attempts()).isEqualTo(1);
        assertThat(sending.sentAt()).isEqualTo(clock.instant());
        assertThat(sending.sentUnder()).isEqualTo(3);
        assertThat(sending.requestHash()).isEqualTo("ab".repeat(32));
        assertThat(books.unsettledOf("us", 250)).containsExactly(sending);
    }

    /** One that was planned before its store was paired with another folder; afterwards it is looked for there alone. */
    @Test
    void belongsToTheFolderItIsSentTo() {
        Journal planned = onePlanned();
        Journal sending = books.sending(fence, planned, "elsewhere|SEED", "ab".repeat(32));
        assertThat(planned.folder()).isEqualTo(FOLDER);
        assertThat(sending.folder()).isEqualTo("elsewhere|SEED");
        assertThat(only(books.unsettledOf("us", 250)).folder()).isEqualTo("elsewhere|SEED");
        books.plan(
                new HeldFence("eu", 251, 1),
                FOLDER,
                List.of(Entries.draft("BC250", "USD", "1.00")),
                "free again",
                PlanOrigin.UNKNOWN);
    }

    /** Such as one that was sent before its folder had another address. */
    @Test
    void belongsToTheFolderItIsFoundIn() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        books.found(fence, sending, "elsewhere|SEED", "SAL26110042", null);
        Journal posted = only(books.journalsOf("us", 250));
        assertThat(posted.folder()).isEqualTo("elsewhere|SEED");
        assertThat(posted.state()).isEqualTo(JournalState.POSTED);
        assertThat(posted.x3Number()).isEqualTo("SAL26110042");
        assertThat(audit.of("us", 250, 0, 1000).get(3).detail()).contains("SAL26110042", "found", "elsewhere|SEED");
    }

    /** Two stores with one prefix, of which one was paired with the other's folder: the other's entry is not its own. */
    @Test
    void isNotFoundWhereAnotherHasItsReference() {
        books.plan(
                new HeldFence("eu", 251, 1),
                "elsewhere|SEED",
                List.of(Entries.draft("BC250", "USD", "1.00")),
                "first",
                PlanOrigin.UNKNOWN);
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        assertThatThrownBy(() -> books.found(fence, sending, "elsewhere|SEED", "SAL26110042", null))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.words()).contains("reference-taken", "store eu"));
        assertThat(only(books.journalsOf("us", 250)).state()).isEqualTo(JournalState.SENDING);
    }

    @Test
    void isNotSentToAFolderWhereAnotherHasItsReference() {
        books.plan(
                new HeldFence("eu", 251, 1),
                "elsewhere|SEED",
                List.of(Entries.draft("BC250", "USD", "1.00")),
                "first",
                PlanOrigin.UNKNOWN);
        Journal planned = onePlanned();
        assertThatThrownBy(() -> books.sending(fence, planned, "elsewhere|SEED", "ab".repeat(32)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.words()).contains("reference-taken", "store eu"));
        assertThat(only(books.journalsOf("us", 250)).state()).isEqualTo(JournalState.PLANNED);
    }

    @Test
    void isPostedWithItsNumber() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        clock.advance(Duration.ofSeconds(2));
        books.posted(fence, sending, "SAL26110042", null);
        Journal posted = only(books.journalsOf("us", 250));
        assertThat(posted.state()).isEqualTo(JournalState.POSTED);
        assertThat(posted.x3Number()).isEqualTo("SAL26110042");
        assertThat(posted.postedAt()).isEqualTo(clock.instant());
        assertThat(books.unsettledOf("us", 250)).isEmpty();
        assertThat(steps()).containsExactly("planned", "journal-written", "journal-sending", "journal-posted");
        assertThat(audit.of("us", 250, 0, 1000).get(3).detail()).contains("SAL26110042", "created");
    }

    @Test
    void keepsTheStatusOfItsEntry() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        books.posted(fence, sending, "SAL26110042", "temporary");
        assertThat(only(books.journalsOf("us", 250)).x3Status()).isEqualTo("temporary");
    }

    @Test
    void keepsTheErrorsOfAnAnswerInDoubtUntilItIsSentAgain() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        assertThat(books.refusalInDoubt(sending)).isEmpty();
        Journal unknown = books.unknown(fence, sending, "HTTP 500: …", "The period is closed \0");
        assertThat(books.refusalInDoubt(unknown))
                .hasValueSatisfying(words ->
                        assertThat(words).startsWith("The period is closed").doesNotContain("\0"));
        Journal again = books.sending(fence, unknown, FOLDER, "cd".repeat(32));
        assertThat(books.refusalInDoubt(again)).isEmpty();
        books.unknown(fence, again, "no answer", null);
        assertThat(books.refusalInDoubt(again)).isEmpty();
    }

    @Test
    void isRefusedInSageX3sWords() {
        books.refused(
                fence, books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32)), "Account 707000: not found \0");
        Journal refused = only(books.unsettledOf("us", 250));
        assertThat(refused.state()).isEqualTo(JournalState.REFUSED);
        assertThat(refused.detail()).startsWith("Account 707000: not found ");
        books.lacking(fence, refused, "looked for and not found");
        assertThat(only(books.journalsOf("us", 250)).state()).isEqualTo(JournalState.PLANNED);
        assertThat(books.unsettledOf("us", 250)).isEmpty();
    }

    @Test
    void isUnknownUntilItIsFoundOrLacking() {
        Journal sending = books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32));
        clock.advance(Duration.ofMinutes(3));
        Journal unknown = books.unknown(fence, sending, "no answer", null);
        assertThat(unknown.state()).isEqualTo(JournalState.UNKNOWN);
        assertThat(unknown.sentAt())
                .as("it may have been sent until no answer could come")
                .isEqualTo(clock.instant());
        assertThat(books.unsettledOf("us", 250)).containsExactly(unknown);
        Journal again = books.sending(fence, unknown, FOLDER, "cd".repeat(32));
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.requestHash()).isEqualTo("cd".repeat(32));
    }

    @Test
    void neitherWithdrawsNorPlansAnewWhatSageX3MayHave() {
        books.unknown(fence, books.sending(fence, onePlanned(), FOLDER, "ab".repeat(32)), "no answer", null);
        plan(Entries.draft("BC250-A1", "USD", "1.00"));
        assertThat(books.journalsOf("us", 250))
                .extracting(Journal::state)
                .containsExactly(JournalState.UNKNOWN, JournalState.PLANNED);
        assertThatThrownBy(() -> plan(Entries.draft("BC250", "USD", "1.00"))).isInstanceOf(Fault.class);
    }

    @Test
    void writesNothingOnceTheLeaseIsLost() {
        Journal planned = onePlanned();
        Journal sending = books.sending(fence, planned, FOLDER, "ab".repeat(32));
        List<String> before = steps();
        fence.lose();
        assertThatThrownBy(() -> plan(Entries.draft("BC250-A1", "USD", "1.00"))).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> books.sending(fence, planned, FOLDER, "cd".repeat(32)))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> books.posted(fence, sending, "N", null)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> books.refused(fence, sending, "no")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> books.unknown(fence, sending, "no answer", null))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> books.lacking(fence, sending, "not sent")).isInstanceOf(LeaseLost.class);
        assertThat(books.journalsOf("us", 250)).containsExactly(sending);
        assertThat(steps()).isEqualTo(before);
    }

    private Journal onePlanned() {
        return only(plan(Entries.draft("BC250", "USD", "108.50")));
    }

    private List<Journal> plan(JournalDraft... drafts) {
        return books.plan(fence, FOLDER, List.of(drafts), "the order as read", PlanOrigin.UNKNOWN);
    }

    private List<String> steps() {
        return audit.of("us", 250, 0, 1000).stream().map(AuditLink::step).toList();
    }

    private static Journal only(List<Journal> journals) {
        assertThat(journals).hasSize(1);
        return journals.get(0);
    }
}
