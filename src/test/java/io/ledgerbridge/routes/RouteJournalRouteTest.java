package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.ledgerbridge.inbox.Connections;
import io.ledgerbridge.inbox.Session;
import io.ledgerbridge.inbox.Sessions;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.FolderSettings.X3Api;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.LookUp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code route-journal.camel.yaml}. */
class RouteJournalRouteTest {

    private static final Session SESSION = new Session(Given.claim(), 1);

    private static final String BRANCH = """
                          - expression:
                              simple:
                                expression: ${variable.journal.channel} == '4'
                            steps:
                              - to:
                                  uri: direct:send-journal-marketplace
            """;

    private final Sessions sessions = mock(Sessions.class);
    private final Connections connections = mock(Connections.class);

    /** As many as anybody asks for. */
    @BeforeEach
    void haveSessions() {
        when(sessions.take(any(), anyInt())).thenReturn(SESSION);
    }

    @Test
    void sendsAJournalByGraphqlWhereTheStoreDoes() throws Exception {
        try (RouteRun run = running(X3Api.GRAPHQL)) {
            Exchange exchange = run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(exchange.isFailed()).isFalse();
            assertThat(run.visited()).containsExactly("send-journal-graphql");
            assertThat(run.arrivals().get(0).variables())
                    .containsEntry("journal", Given.journal())
                    .containsEntry("folder", folder(X3Api.GRAPHQL));
        }
    }

    @Test
    void sendsAJournalByApi1WhereTheStoreDoes() throws Exception {
        try (RouteRun run = running(X3Api.REST)) {
            run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(run.visited()).containsExactly("send-journal-rest");
        }
    }

    @Test
    void sendsAJournalBySoapWhereTheStoreDoes() throws Exception {
        try (RouteRun run = running(X3Api.SOAP)) {
            run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(run.visited()).containsExactly("send-journal-soap");
        }
    }

    @Test
    void failsLoudlyWhereThereIsNoWayForTheInterface() throws Exception {
        String without = text().replace("== 'SOAP'", "== 'OTHER'");
        try (RouteRun run = withStandIns(RouteRun.of().text("route-journal", without), X3Api.SOAP)
                .start()) {
            Exchange exchange = run.send("route-journal", in -> in.getMessage().setBody(Given.journal("BC250", "3")));

            assertThat(exchange.getException())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No way into Sage X3 by SOAP for channel 3");
            assertThat(run.visited()).isEmpty();
        }
    }

    @Test
    void passesAFailureOnToWhoSentTheJournal() throws Exception {
        IllegalStateException failure = new IllegalStateException("down");
        try (RouteRun run = running(exchange -> {
            throw failure;
        })) {
            Exchange exchange = run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(exchange.getException()).isSameAs(failure);
        }
    }

    @Test
    @Timeout(10)
    void sendsAsManyAtOnceAsTheStoreAllowsAndNoMore() throws Exception {
        int allowed = folder(X3Api.GRAPHQL).concurrency();
        CyclicBarrier asAllowed = new CyclicBarrier(allowed);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (RouteRun run = running(exchange -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    asAllowed.await();
                    atOnce.decrementAndGet();
                });
                Senders senders = new Senders(2 * allowed)) {
            senders.send(run);

            assertThat(run.arrivals()).hasSize(2 * allowed);
            assertThat(most).hasValue(allowed);
        }
    }

    @Test
    @Timeout(10)
    void givesAFailedJournalsPlaceToTheNext() throws Exception {
        int allowed = folder(X3Api.GRAPHQL).concurrency();
        try (RouteRun run = running(exchange -> {
            throw new IllegalStateException("down");
        })) {
            for (int journal = 0; journal <= allowed; journal++) {
                run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));
            }

            assertThat(run.arrivals()).hasSize(allowed + 1);
        }
    }

    @Test
    @Timeout(10)
    void waitsUntilASessionIsFreeAndGivesItBack() throws Exception {
        when(sessions.take(any(), anyInt())).thenReturn(new Session(Given.claim(), 0), SESSION);
        try (RouteRun run = running(exchange -> verify(sessions, never()).giveBack(any()))) {
            run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(run.arrivals()).hasSize(1);
        }
        verify(sessions, times(2)).take(any(), eq(folder(X3Api.GRAPHQL).concurrency()));
        verify(sessions).giveBack(SESSION);
        verify(connections).reached(Given.STORE, "sage-x3");
    }

    @Test
    void leavesTheSessionOfAJournalThatFailsToTheEndOfItsClaim() throws Exception {
        try (RouteRun run = running(exchange -> {
            throw new IllegalStateException("down");
        })) {
            run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));
        }
        verify(sessions, never()).giveBack(any());
        verifyNoInteractions(connections);
    }

    @Test
    void givesOneChannelABranchOfItsOwnAndLeavesTheOthersTheirs() throws Exception {
        try (RouteRun run = withStandIns(RouteRun.of().text("route-journal", withBranch()), X3Api.GRAPHQL)
                .standIn("send-journal-marketplace")
                .start()) {
            for (String channel : List.of("1", "4", "44")) {
                run.send("route-journal", in -> in.getMessage().setBody(Given.journal("BC" + channel, channel)));
            }

            assertThat(run.visited())
                    .containsExactly("send-journal-graphql", "send-journal-marketplace", "send-journal-graphql");
        }
    }

    @Test
    void keepsToTheRulesWithABranchAsTheReadmeAddsOne() throws IOException {
        RouteFile branched = RouteFile.of("route-journal.camel.yaml", withBranch());
        RouteFile copy = RouteFile.of(
                "send-journal-marketplace.camel.yaml",
                Files.readString(RouteFile.FOLDER.resolve("send-journal-graphql.camel.yaml"))
                        .replace("send-journal-graphql", "send-journal-marketplace"));
        List<RouteFile> files = new ArrayList<>(RouteFile.all());
        files.removeIf(file -> file.name().equals(branched.name()));
        files.addAll(List.of(branched, copy));

        assertThat(RouteChecks.ofRoutes(files)).isEmpty();
        assertThat(RouteChecks.ofEndpoints(files)).isEmpty();
        assertThat(List.of(branched, copy)).allSatisfy(file -> {
            assertThat(RouteChecks.againstSchema(file)).isEmpty();
            assertThat(RouteChecks.ofNames(file)).isEmpty();
            assertThat(RouteChecks.ofForm(file)).isEmpty();
            assertThat(ForbiddenThings.in(file)).isEmpty();
        });
    }

    private static String text() throws IOException {
        return Files.readString(RouteFile.FOLDER.resolve("route-journal.camel.yaml"));
    }

    private static String withBranch() throws IOException {
        String text = text();
        String when = "            when:\n";
        assertThat(text).containsOnlyOnce(when);
        return text.replace(when, when + BRANCH);
    }

    /** With a stand-in for the way by GraphQL that does something. */
    private RouteRun running(Processor sending) throws Exception {
        return withSessions(RouteRun.of("route-journal"))
                .bean("pairedFolders", new Folders(Map.of(Given.STORE, folder(X3Api.GRAPHQL))))
                .standIn("send-journal-rest")
                .standIn("send-journal-soap")
                .standIn("send-journal-graphql", sending)
                .start();
    }

    /** Several who send a journal at once. */
    private record Senders(int count, ExecutorService threads) implements AutoCloseable {

        Senders(int count) {
            this(count, Executors.newFixedThreadPool(count));
        }

        void send(RouteRun run) throws Exception {
            Callable<Exchange> one =
                    () -> run.send("route-journal", in -> in.getMessage().setBody(Given.journal()));
            for (Future<Exchange> sent : threads.invokeAll(Collections.nCopies(count, one))) {
                assertThat(sent.get().getException()).isNull();
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private RouteRun running(X3Api api) throws Exception {
        return withStandIns(RouteRun.of("route-journal"), api).start();
    }

    private RouteRun withStandIns(RouteRun run, X3Api api) {
        return withSessions(run)
                .bean("pairedFolders", new Folders(Map.of(Given.STORE, folder(api))))
                .standIn("send-journal-graphql")
                .standIn("send-journal-rest")
                .standIn("send-journal-soap");
    }

    private RouteRun withSessions(RouteRun run) {
        return run.bean("sessions", sessions).bean("connections", connections);
    }

    private static FolderSettings folder(X3Api api) {
        return Given.folder(api, "http://x3.invalid", LookUp.ALWAYS);
    }
}
