package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.schibsted.spt.data.jslt.JsltException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.LateCommits;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.UnbookedEntries;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.DownFault;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.PlannedAnewFault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.faults.TooEarlyFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.faults.UncertainFault;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.OneRequestClient;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.GraphqlReplies;
import io.ledgerbridge.sagex3.JournalDispatch;
import io.ledgerbridge.sagex3.LateCommitCheck;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.Refusals;
import io.ledgerbridge.sagex3.RestReplies;
import io.ledgerbridge.sagex3.SettlingTime;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.X3LookUps;
import io.ledgerbridge.sagex3.X3Replies;
import io.ledgerbridge.sagex3.X3Requests;
import io.ledgerbridge.sagex3.login.AccessTokens;
import io.ledgerbridge.sagex3.login.PairedFolders;
import io.ledgerbridge.sagex3.login.X3Authorization;
import io.ledgerbridge.sagex3.soap.SoapReplies;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.X3Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

/** What holds for a journal on its way into Sage X3, whichever interface it takes. The routes are started once a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SendJournalCases {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
    private static final Set<X3.Trouble> LATE = Set.of(X3.Trouble.LATE_AFTER_COMMIT, X3.Trouble.COMMITS_LATE);

    private static final Map<String, String> OWN_NAMES = Stream.of(
                    "NUM ACC ACC1 AMTCUR SNS DEB CDT BPRVCR ACCDAT CUR HAE2_1",
                    "journalEntryNumber accountingDate transactionCurrency journalEntryLines account sign transactionAmount")
            .flatMap(names -> Arrays.stream(names.split(" ", -1)))
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> "Z_" + name));

    final Claim claim = Given.claim();
    final Books books = mock(Books.class);
    final LateCommits lateCommits = mock(LateCommits.class);
    final RestoredBooks restoredBooks = mock(RestoredBooks.class);
    final UnbookedEntries traces = mock(UnbookedEntries.class);
    private final PairedFolders pairedFolders = mock(PairedFolders.class);
    private final AtomicLong createsBeforeWritten = new AtomicLong();
    private final X3Api api;
    X3 x3 = new X3();
    String url = x3.url();
    String graphqlPath = "";
    LookUpPolicy lookUp = LookUpPolicy.ALWAYS;
    private String templates = "";
    private UnaryOperator<String> edited = AS_IT_IS;
    private Duration patience = PATIENT;
    private @Nullable CloseableHttpClient client;
    private @Nullable RouteRun shared;

    SendJournalCases(X3Api api) {
        this.api = api;
        x3.close();
    }

    @BeforeEach
    void begin() {
        reset(books, lateCommits, restoredBooks, traces, pairedFolders);
        x3 = new X3();
        url = x3.url();
        graphqlPath = "/xtrem/api";
        lookUp = LookUpPolicy.ALWAYS;
        templates = TemplateChecks.FOLDER.toString();
        edited = AS_IT_IS;
        patience = PATIENT;
        client = null;
        createsBeforeWritten.set(-1);
        writeDown();
    }

    private void writeDown() {
        when(books.sending(any(), any(), anyString(), anyString())).thenAnswer(call -> {
            createsBeforeWritten.set(x3.count(Call.Kind.CREATE));
            return Given.journal(JournalState.SENDING, Instant.now());
        });
        when(books.unknown(any(), any(), anyString(), any()))
                .thenAnswer(call -> Given.journal(JournalState.UNKNOWN, Instant.now()));
    }

    @AfterEach
    void close() {
        x3.close();
    }

    @AfterAll
    void closeShared() {
        if (shared != null) {
            shared.close();
        }
    }

    @Test
    void createsOnceWhatX3Lacks() throws Exception {
        Exchange exchange = send(Given.journal());

        assertThat(exchange.isFailed()).isFalse();
        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.CREATE);
        PostedEntry entry = x3.onlyEntry();
        InOrder order = inOrder(books);
        order.verify(books).sending(eq(claim), eq(Given.journal()), eq(url + "|SEED"), anyString());
        order.verify(books).posted(eq(claim), any(), eq(entry.number()), any());
        verifyNoMoreInteractions(books);
    }

    @Test
    void sendsTheJournalAsItIs() throws Exception {
        send(Given.journal());

        PostedEntry entry = x3.onlyEntry();
        assertThat(entry.type()).isEqualTo("ODGEN");
        assertThat(entry.journal()).isEqualTo("SAL");
        assertThat(entry.site()).isEqualTo("FR011");
        assertThat(entry.date()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(entry.currency()).isEqualTo("USD");
        assertThat(entry.reference()).isEqualTo("BC250");
        assertThat(entry.description()).isEqualTo("BigCommerce order 250");
        assertThat(entry.lines())
                .extracting(line -> "%s %s %d %s %s"
                        .formatted(
                                line.account(),
                                line.businessPartner(),
                                line.sign(),
                                line.amount().setScale(2).toPlainString(),
                                line.dimensions()))
                .containsExactly(
                        "411000 WEB01 1 11.00 {CCE1=WEB}",
                        "707000 null -1 10.00 {CCE1=WEB}",
                        "445710 null -1 1.00 {CCE1=WEB}");
        assertThat(entry.lines())
                .extracting(PostedEntry.Line::description)
                .containsOnly("A description of more than 30");
    }

    @Test
    void keepsEveryDigitOfALargeAmount() throws Exception {
        send(Given.largeJournal());

        assertThat(x3.onlyEntry().lines().get(1).amount()).isEqualByComparingTo("90071992547409.93");
        assertThat(x3.requests().get(1).body()).contains("90071992547409.93");
    }

    @Test
    void isWrittenDownBeforeItIsSent() throws Exception {
        send(Given.journal());

        assertThat(createsBeforeWritten).hasValue(0);
    }

    @Test
    void sendsNothingWhereAnotherWorkerHasTheOrder() throws Exception {
        LeaseLost lost = LeaseLost.of(claim);
        when(books.sending(any(), any(), anyString(), anyString())).thenThrow(lost);

        assertThat(cause(send(Given.journal()), LeaseLost.class)).isSameAs(lost);
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
    }

    @Test
    void sendsNoSecondCreateWhereItsNumberCanNotBeWrittenDown() throws Exception {
        LeaseLost lost = LeaseLost.of(claim);
        doThrow(lost).when(books).posted(any(), any(), anyString(), any());

        assertThat(cause(send(Given.journal()), LeaseLost.class)).isSameAs(lost);
        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void takesWhatX3HasForPostedWithoutACreate() throws Exception {
        x3.writeByHand("10.00");

        Exchange exchange = send(Given.journal());

        assertThat(exchange.isFailed()).isFalse();
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verify(books)
                .found(claim, Given.journal(), url + "|SEED", x3.onlyEntry().number(), "temporary");
        verifyNoMoreInteractions(books);
    }

    @Test
    void saysThatTheBooksAreBehindWhereX3HasWhatTheyNeverSent() throws Exception {
        x3.writeByHand("10.00");

        send(Given.journal());

        verify(restoredBooks).missed(Given.journal(), x3.onlyEntry().number());
    }

    @Test
    void saysNothingOfTheKindWhereX3HasWhatWasSent() throws Exception {
        x3.writeByHand("10.00");

        send(sent(JournalState.UNKNOWN, Instant.EPOCH));

        verify(restoredBooks, never()).missed(any(), any());
    }

    @Test
    void looksUpFirstWhatTheBooksMayHaveForgottenHoweverTheStoreAsks() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        when(restoredBooks.mustLookUp(any())).thenReturn(true);

        send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.CREATE);
    }

    @Test
    void parksWhatX3HasWithAnotherAmount() throws Exception {
        x3.writeByHand("9.00");

        Fault fault = cause(send(sent(JournalState.UNKNOWN, Instant.EPOCH)), Fault.class);

        assertThat(fault).isInstanceOf(NeedsPersonFault.class);
        assertThat(fault.words()).startsWith("reference-taken").contains("differs by");
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    @Test
    void looksUpWhatElseX3HasWhereItHasAnotherEntryThanTheBooksWouldSend() throws Exception {
        x3.writeByHand("9.00");

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(PlannedAnewFault.class);
        ArgumentCaptor<UnbookedEntry> found = ArgumentCaptor.forClass(UnbookedEntry.class);
        verify(traces).begin(eq(claim), eq(Given.journal()), eq(url + "|SEED"), found.capture());
        assertThat(found.getValue().x3Number()).isEqualTo(x3.onlyEntry().number());
        assertThat(found.getValue().sums().get("411000")).isEqualByComparingTo("10.00");
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    @Test
    void createsNothingUnderAReferenceThatIsOnlyLookedUp() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        when(traces.isAsked(any())).thenReturn(true);

        assertThat(send(Given.journal()).isFailed()).isFalse();

        verify(traces).saw(claim, Given.journal(), null);
        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP);
        verifyNoInteractions(books);
    }

    @Test
    void parksWhatX3HasTwice() throws Exception {
        x3.writeByHand("10.00");
        x3.writeByHand("10.00");

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault.words()).startsWith("duplicate-in-x3");
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
    }

    @Test
    void createsWithoutALookUpWhereTheStoreAsksOnlyWhenUncertain() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;

        send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.CREATE);
        verify(books).posted(eq(claim), any(), eq(x3.onlyEntry().number()), any());
    }

    @Test
    void looksUpFirstWhatWasOnceLostUnderTheReferenceHoweverTheStoreAsks() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        when(lateCommits.isWatched(any())).thenReturn(true);

        send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.CREATE);
    }

    @Test
    void watchesTheReferenceOfACreateWhoseReplyIsLost() throws Exception {
        Journal unknown = sent(JournalState.UNKNOWN, Instant.EPOCH);

        send(unknown);

        verify(lateCommits).watch(unknown);
    }

    @Test
    void parksASecondEntryOfWhatIsPosted() throws Exception {
        x3.writeByHand("10.00");
        x3.writeByHand("10.00");

        Fault fault = cause(send(posted(x3.entries().get(1).number())), Fault.class);

        assertThat(fault.words())
                .startsWith("duplicate-in-x3")
                .contains(x3.entries().get(0).number())
                .contains("the books hold " + x3.entries().get(1).number());
        verify(lateCommits).doubled(eq(claim), any(), any());
        verifyNoInteractions(books);
    }

    @Test
    void leavesWhatIsPostedOnceAsItIs() throws Exception {
        x3.writeByHand("10.00");
        Journal posted = posted(x3.onlyEntry().number());

        assertThat(send(posted).isFailed()).isFalse();

        verify(lateCommits)
                .lookedUp(
                        claim,
                        posted,
                        Map.of(
                                "found",
                                List.of(x3.onlyEntry().number()),
                                "ours",
                                x3.onlyEntry().number(),
                                "x3Status",
                                "temporary"));
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    @Test
    void createsNothingWhereWhatIsPostedIsGoneFromX3() throws Exception {
        Journal posted = posted("GONE1");

        assertThat(send(posted).isFailed()).isFalse();

        verify(lateCommits).lookedUp(claim, posted, Map.of("found", List.of(), "ours", "GONE1"));
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
    }

    @Test
    void parksWhatIsCommittedAfterTheBooksWithdrewIt() throws Exception {
        x3.writeByHand("10.00");

        Fault fault = cause(send(sent(JournalState.WITHDRAWN, Instant.EPOCH)), Fault.class);

        assertThat(fault.words())
                .startsWith("duplicate-in-x3")
                .contains(x3.onlyEntry().number());
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
    }

    @Test
    void asksNoOtherFolderForASecondEntry() throws Exception {
        x3.writeByHand("10.00");
        x3.writeByHand("10.00");
        Journal elsewhere = Given.sent("elsewhere|SEED", JournalState.POSTED, Instant.EPOCH);

        assertThat(send(elsewhere).isFailed()).isFalse();

        verify(lateCommits).lookedUp(claim, elsewhere, Map.of("notAsked", "elsewhere|SEED"));
    }

    private Journal posted(String number) {
        return Given.posted(url + "|SEED", number);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARTIAL_DATA")
    void oneCreateIsOneRequestWhateverX3Answers(X3.Trouble how) throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        patience = LATE.contains(how) ? Duration.ofSeconds(2) : PATIENT;
        x3.trouble(Call.Kind.CREATE, how);

        Exchange exchange = send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.CREATE);
        verify(books).sending(eq(claim), eq(Given.journal()), eq(url + "|SEED"), anyString());
        switch (how) {
            case WARNING -> {
                assertThat(exchange.isFailed()).isFalse();
                verify(books).posted(eq(claim), any(), eq(x3.onlyEntry().number()), any());
            }
            case UNAUTHORISED_CLOUD, UNAUTHORISED_ON_PREMISES -> {
                assertThat(cause(exchange, Fault.class)).isInstanceOf(CredentialsFault.class);
                verify(books).lacking(eq(claim), any(), contains("401"));
            }
            default -> {
                Fault fault = cause(exchange, Fault.class);
                assertThat(fault).isInstanceOf(UncertainFault.class);
                assertThat(((UncertainFault) fault).notBefore()).isAfter(Instant.now());
                verify(books).unknown(eq(claim), any(), anyString(), any());
            }
        }
        verifyNoMoreInteractions(books);
    }

    @Test
    void parksWhatX3RefusesWithItsWords() throws Exception {
        x3.folder().withoutAccounts("707000");

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(NeedsPersonFault.class);
        assertThat(fault.words()).startsWith("refused-by-x3").contains("707000", "Record does not exist");
        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
        verify(books).refused(eq(claim), any(), contains("707000"), isNull());
        verify(books, never()).posted(any(), any(), anyString(), any());
    }

    @Test
    void knowsThatNothingWasSentWhereThereIsNoConnection() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        x3.close();

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(TransientFault.class);
        verify(books).lacking(eq(claim), any(), contains("no connection"));
    }

    @Test
    void sendsNothingWhereX3CanNotBeAsked() throws Exception {
        x3.close();

        assertThat(send(Given.journal()).isFailed()).isTrue();
        verifyNoInteractions(books);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMITS_LATE", "LATE_AFTER_COMMIT", "NO_NUMBER", "WARNING"})
    void sendsNothingWhereALookUpIsNotAnswered(X3.Trouble how) throws Exception {
        x3.trouble(Call.Kind.LOOK_UP, how);

        Exchange exchange = send(Given.journal());

        assertThat(exchange.isFailed()).isTrue();
        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP);
        verifyNoInteractions(books);
        switch (how) {
            case CLOSED, CLOSED_AFTER_COMMIT, HALF_A_BODY_AFTER_COMMIT ->
                assertThat(exchange.getException()).isNotNull();
            case UNAUTHORISED_CLOUD, UNAUTHORISED_ON_PREMISES ->
                assertThat(cause(exchange, Fault.class)).isInstanceOf(CredentialsFault.class);
            case PARTIAL_DATA, NUMBER_AND_ERROR ->
                assertThat(cause(exchange, Fault.class).words()).startsWith("x3-look-up-refused");
            default -> assertThat(cause(exchange, Fault.class)).isInstanceOf(TransientFault.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void asksNothingAsLongAsX3CouldStillBeCommitting(JournalState state) throws Exception {
        Fault fault = cause(send(Given.journal(state, Instant.now())), Fault.class);

        assertThat(fault).isInstanceOf(TooEarlyFault.class);
        assertThat(x3.requests()).isEmpty();
        verifyNoInteractions(books);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void findsWhatWasSentOnceItCouldBeThere(JournalState state) throws Exception {
        x3.writeByHand("10.00");
        Journal journal = sent(state, Instant.now().minus(Duration.ofHours(1)));

        send(journal);

        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verify(books).found(claim, journal, url + "|SEED", x3.onlyEntry().number(), "temporary");
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void sendsAgainWhatX3DoesNotHaveByThen(JournalState state) throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;

        send(sent(state, Instant.now().minus(Duration.ofHours(1))));

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.CREATE);
        verify(books).posted(eq(claim), any(), eq(x3.onlyEntry().number()), any());
    }

    @Test
    void givesBackTheReferenceOfARefusedJournalThatX3DoesNotHave() throws Exception {
        Journal refused = sent(JournalState.REFUSED, Instant.now());

        assertThat(send(refused).isFailed()).isFalse();

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP);
        verify(books).lacking(eq(claim), eq(refused), anyString());
    }

    /** A folder that has moved to another address still has what was sent to it. */
    @Test
    void findsWhatWasSentToAFolderThatHasAnotherAddressNow() throws Exception {
        x3.writeByHand("10.00");

        send(Given.sent("old|SEED", JournalState.UNKNOWN, Instant.EPOCH));

        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verify(books)
                .found(eq(claim), any(), eq(url + "|SEED"), eq(x3.onlyEntry().number()), any());
    }

    @Test
    void givesBackTheReferenceOfWhatAnotherFolderRefused() throws Exception {
        Journal refused = Given.sent("old|SEED", JournalState.REFUSED, Instant.EPOCH);

        assertThat(send(refused).isFailed()).isFalse();

        verify(books).lacking(eq(claim), eq(refused), anyString());
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void createsNothingThatAnotherFolderMayHave(JournalState state) throws Exception {
        Fault fault = cause(send(Given.sent("old|SEED", state, Instant.EPOCH)), Fault.class);

        assertThat(fault).isInstanceOf(NeedsPersonFault.class);
        assertThat(((NeedsPersonFault) fault).reason().code()).isEqualTo("folder-changed");
        assertThat(fault.words()).contains("BC250", "old|SEED", url);
        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP);
        verifyNoInteractions(books);
    }

    /** Somebody may have entered it by hand by now. */
    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNKNOWN"})
    void createsNothingThatAPersonHasSetAsideSince(JournalState state) throws Exception {
        Journal sent = Given.sent(url + "|SEED", state, Instant.EPOCH);
        when(books.isSetAside(sent)).thenReturn(true);

        assertThat(send(sent).isFailed()).isFalse();

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP);
        verify(books).lacking(eq(claim), eq(sent), anyString());
    }

    /** A node, a class or a web service of a customer's own may call everything by a name of its own. */
    @Test
    void fitsAFolderWithNamesOfItsOwnByTemplatesAlone(@TempDir Path folder) throws Exception {
        x3.names(OWN_NAMES);
        ownTemplates(folder, SendJournalCases::inOwnNames);

        send(Given.journal());
        String number = x3.onlyEntry().number();
        verify(books).posted(eq(claim), any(), eq(number), any());

        send(sent(JournalState.UNKNOWN, Instant.EPOCH));
        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
        verify(books).found(eq(claim), any(), eq(url + "|SEED"), eq(number), any());
    }

    @Test
    void createsNothingWhereATemplateHidesWhatX3AnswersWith(@TempDir Path folder) throws Exception {
        x3.writeByHand("10.00");
        ownTemplates(folder, (file, text) -> file.endsWith("-answer.jslt") ? "{}" : text);

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault.words())
                .startsWith("x3-look-up-refused")
                .contains("-answer.jslt yields 0 entries of the 1 that Sage X3 answered with");
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": \"no array\"}",
                "{\"entries\": [for (.entries) error(\"broken\")]}",
                "{\"entries\": [for (.entries) {\"number\": .other}]}",
                "[]"
            })
    void isUncertainWhereATemplateCanNotReadWhatX3Created(String template, @TempDir Path folder) throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        ownTemplates(folder, (file, text) -> file.endsWith("-answer.jslt") ? template : text);

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(UncertainFault.class);
        x3.onlyEntry();
        verify(books).unknown(eq(claim), any(), anyString(), any());
    }

    /** X3 says no beside an entry that the template reads neither the number nor the reference of: it may be there. */
    @Test
    void isUncertainWhereX3SaysNoBesideAnEntryThatIsNotRead(@TempDir Path folder) throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        x3.trouble(Call.Kind.CREATE, X3.Trouble.NUMBER_AND_ERROR);
        ownTemplates(
                folder,
                (file, text) -> file.endsWith("-answer.jslt") ? "{\"entries\": [for (.entries) {\"a\": .b}]}" : text);

        assertThat(cause(send(Given.journal()), Fault.class)).isInstanceOf(UncertainFault.class);
        verify(books).unknown(eq(claim), any(), anyString(), any());
    }

    @Test
    void createsNothingWhereATemplateFailsOnWhatX3AnswersWith(@TempDir Path folder) throws Exception {
        x3.writeByHand("10.00");
        ownTemplates(
                folder,
                (file, text) ->
                        file.endsWith("-answer.jslt") ? "{\"entries\": [for (.entries) error(\"broken\")]}" : text);

        assertThat(cause(send(Given.journal()), JsltException.class)).hasMessageContaining("broken");
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    /** As routes/README.md has it: another template in {@code send-journal-create}, and nothing else. */
    @Test
    void createsByATemplateOfAChannelsOwn(@TempDir Path folder) throws Exception {
        ownTemplates(folder, (file, text) -> text);
        for (String ending : List.of(".jslt", ".graphql")) {
            Path own = folder.resolve(api.label() + "-create" + ending);
            if (Files.exists(own)) {
                Files.writeString(
                        folder.resolve("marketplace-create" + ending),
                        Files.readString(own).replace("cut(.description, 30)", "\"Marketplace\""));
            }
        }
        edited = text -> text.replace(
                "method: create(${variable.folder}, ${variable.journal})",
                "method: createBy(${variable.folder}, ${variable.journal}, 'marketplace-create')");

        send(Given.journal());

        assertThat(x3.onlyEntry().description()).isEqualTo("Marketplace");
        verify(books).posted(eq(claim), any(), eq(x3.onlyEntry().number()), any());
    }

    /** An edit that forgot a branch: the create was written down as sent, and certainly wasn't. */
    @Test
    void knowsThatNothingWasSentWhereNoBranchCallsTheInterface() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        edited = text -> text.replace("== '" + api + "'", "== 'OTHER'");

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(TransientFault.class);
        assertThat(x3.requests()).isEmpty();
        verify(books).lacking(eq(claim), any(), contains("No way into Sage X3"));
    }

    /** What is no answer to the question is not the template's to read. */
    @Test
    void tellsRefusedCredentialsWhateverTheTemplate(@TempDir Path folder) throws Exception {
        x3.trouble(Call.Kind.LOOK_UP, X3.Trouble.UNAUTHORISED_CLOUD);
        ownTemplates(
                folder,
                (file, text) ->
                        file.endsWith("-answer.jslt") ? "{\"entries\": [for (.entries) error(\"broken\")]}" : text);

        assertThat(cause(send(Given.journal()), Fault.class)).isInstanceOf(CredentialsFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "currency", "lines", "account"})
    void saysWhatOfAnEntryCanNotBeRead(String field, @TempDir Path folder) throws Exception {
        x3.writeByHand("10.00");
        ownTemplates(
                folder,
                (file, text) -> file.endsWith("-answer.jslt") ? text.replace('"' + field + '"', "\"other\"") : text);

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault.words()).startsWith("x3-look-up-refused").contains("was read with no " + field);
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
    }

    private void ownTemplates(Path folder, BinaryOperator<String> change) throws IOException {
        try (Stream<Path> shipped = Files.list(TemplateChecks.FOLDER)) {
            for (Path file : shipped.toList()) {
                String name = file.getFileName().toString();
                Files.writeString(folder.resolve(name), change.apply(name, Files.readString(file)));
            }
        }
        templates = folder.toString();
    }

    /** What X3 has by a name is renamed, and what the program gives a template isn't. */
    private static String inOwnNames(String file, String text) {
        String own = text.replace(".referenceField", "\"Z_BPRVCR\"");
        for (Map.Entry<String, String> name : OWN_NAMES.entrySet()) {
            String place = file.endsWith("-answer.jslt") ? "(\\.)%s\\b" : "([\"(]|^\\s*|\\s)%s\\b";
            own = Pattern.compile(place.formatted(name.getKey()), Pattern.MULTILINE)
                    .matcher(own)
                    .replaceAll("$1" + name.getValue());
        }
        return own;
    }

    @Test
    void asksX3ByTheJournalsTypeAndReferenceAlone() throws Exception {
        x3.folder().entryTypes("OTHER");
        x3.writeByHand("OTHER", "BC250", "10.00");
        x3.writeByHand("ODGEN", "BC2500", "10.00");

        send(Given.journal());

        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void letsNothingThrough() throws Exception {
        send(Given.journal());

        assertThat(x3.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers())
                    .doesNotContainKeys("x-leak", "cookie")
                    .allSatisfy((name, value) -> assertThat(name + value)
                            .doesNotContainIgnoringCase("camel")
                            .doesNotContain("inbound"));
            assertThat(request.path()).doesNotContain("elsewhere");
            assertThat(request.method()).isNotEqualTo("DELETE");
        });
    }

    /** Such as a breaker that is open, or credentials that can't be had: then the store waits, and no attempt is lost. */
    @Test
    void saysWhatIsToBeDoneWhereACreateWasNotTried() throws Exception {
        lookUp = LookUpPolicy.WHEN_UNCERTAIN;
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("x3");
        breaker.transitionToForcedOpenState();
        client = OneRequestClient.with(
                "Sage X3",
                PATIENT,
                AnswerLimits.DEFAULT,
                breaker,
                () -> Fault.down(Side.SAGE_X3, "left alone"),
                (request, scope, chain) -> chain.proceed(request, scope));

        Fault fault = cause(send(Given.journal()), Fault.class);

        assertThat(fault).isInstanceOf(DownFault.class);
        assertThat(x3.requests()).isEmpty();
        verify(books).lacking(eq(claim), any(), contains("left alone"));
    }

    /** One that was sent to the folder to which the store posts. */
    private Journal sent(JournalState state, Instant at) {
        return Given.sent(url + "|SEED", state, at);
    }

    /** Sends a journal, on an exchange that carries a caller's headers. */
    final Exchange send(Journal journal) throws Exception {
        FolderSettings folder = Given.folder(api, url, lookUp, graphqlPath, templates);
        when(pairedFolders.of(Given.STORE)).thenReturn(folder);
        if (isPlain()) {
            shared = shared == null ? start(folder) : shared;
            return send(shared, journal, folder);
        }
        try (RouteRun own = start(folder)) {
            return send(own, journal, folder);
        }
    }

    /** Whether the test changes nothing that is read at the start. */
    private boolean isPlain() {
        return client == null
                && patience.equals(PATIENT)
                && templates.equals(TemplateChecks.FOLDER.toString())
                && edited.equals(AS_IT_IS);
    }

    private Exchange send(RouteRun run, Journal journal, FolderSettings folder) {
        return run.send("send-journal-once", exchange -> {
            Given.inboundHeaders(exchange);
            exchange.setVariable("claim", claim);
            exchange.setVariable("journal", journal);
            exchange.setVariable("folder", folder);
        });
    }

    private RouteRun start(FolderSettings folder) throws Exception {
        Folders folders = new Folders(Map.of(Given.STORE, folder));
        return RouteRun.of("call-x3-" + api.label())
                .text("send-journal", edited.apply(text("send-journal")))
                .bean("books", books)
                .bean("lateCommits", lateCommits)
                .bean("restoredBooks", restoredBooks)
                .bean("traces", traces)
                .bean("folders", folders)
                .bean("pairedFolders", pairedFolders)
                .bean("storedSecrets", StoredSecrets.NONE)
                .bean("accessTokens", mock(AccessTokens.class))
                .bean("x3Sessions", mock(X3Sessions.class))
                .bean("storeBackOff", mock(StoreBackOff.class))
                .bean("clock", Clock.systemUTC())
                .bean("databaseClock", (DatabaseClock) Clock.systemUTC()::instant)
                .bean("settlingTime", new SettlingTime(folders, Duration.ofMinutes(5)))
                .bean("refusals", (Refusals) (refused, words) -> new Refusals.Refusal(
                        Fault.needsPerson(new ParkReason(ParkCode.REFUSED_BY_X3, words, "mend it")), null))
                .bean(
                        "sage-x3-" + Given.STORE,
                        client == null ? OneRequestClient.with("Sage X3", patience, AnswerLimits.DEFAULT) : client)
                .bean("storeTemplates", new StoreTemplates(Map.of(Given.STORE, TemplateFolder.in(templates))))
                .beans(
                        JournalDispatch.class,
                        LateCommitCheck.class,
                        X3Requests.class,
                        X3LookUps.class,
                        X3Authorization.class)
                .beans(X3Replies.class, GraphqlReplies.class, RestReplies.class, SoapReplies.class)
                .start();
    }

    private static String text(String stem) throws IOException {
        return Files.readString(RouteFile.FOLDER.resolve(stem + ".camel.yaml"));
    }

    /** What failed an exchange, within whatever wraps it. */
    static <T extends Throwable> T cause(Exchange exchange, Class<T> type) {
        return cause(exchange.getException(), type);
    }

    static <T extends Throwable> T cause(@Nullable Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName(), failure));
    }
}
