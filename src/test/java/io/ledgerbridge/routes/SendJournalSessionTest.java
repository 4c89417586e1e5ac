package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.X3Session;
import io.ledgerbridge.work.X3Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code send-journal.camel.yaml}: the sessions in Sage X3 in which journals are sent. */
class SendJournalSessionTest {

    private static final FolderSettings FOLDER = Given.folder(X3Api.GRAPHQL, "http://x3.invalid", LookUpPolicy.ALWAYS);
    private static final X3Session SESSION = new X3Session(Given.claim(), 1);

    private final X3Sessions sessions = mock(X3Sessions.class);
    private final StoreBackOff connections = mock(StoreBackOff.class);

    /** As many as anybody asks for. */
    @BeforeEach
    void haveSessions() {
        when(sessions.take(any(), anyInt())).thenReturn(SESSION);
    }

    @Test
    void sendsAJournalToItsStoresFolder() throws Exception {
        try (RouteRun run = running(exchange -> {})) {
            Exchange exchange = run.send("send-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(exchange.isFailed()).isFalse();
            assertThat(run.visited()).containsExactly("send-journal-once");
            assertThat(run.arrivals().get(0).variables())
                    .containsEntry("journal", Given.journal())
                    .containsEntry("folder", FOLDER)
                    .containsEntry("session", SESSION);
        }
    }

    @Test
    void passesAFailureOnToWhoSentTheJournal() throws Exception {
        IllegalStateException failure = new IllegalStateException("down");
        try (RouteRun run = running(exchange -> {
            throw failure;
        })) {
            Exchange exchange = run.send("send-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(exchange.getException()).isSameAs(failure);
        }
    }

    @Test
    @Timeout(60)
    void waitsUntilASessionIsFree() throws Exception {
        when(sessions.take(any(), anyInt())).thenReturn(new X3Session(Given.claim(), 0), SESSION);
        AtomicReference<Thread> worker = new AtomicReference<>();
        try (RouteRun run = running(exchange -> {
            worker.set(Thread.currentThread());
        })) {
            run.send("send-journal", in -> in.getMessage().setBody(Given.journal()));

            assertThat(run.arrivals()).hasSize(1);
        }
        assertThat(worker.get()).as("the worker goes on itself").isSameAs(Thread.currentThread());
        verify(sessions, times(2)).take(any(), eq(FOLDER.concurrency()));
        verify(connections).reached(Given.STORE, "sage-x3");
    }

    @Test
    void saysNothingOfX3WhereAJournalFails() throws Exception {
        try (RouteRun run = running(exchange -> {
            throw new IllegalStateException("down");
        })) {
            run.send("send-journal", in -> in.getMessage().setBody(Given.journal()));
        }
        verifyNoInteractions(connections);
    }

    /** Its first route alone. */
    private static String ofTheSession() throws IOException {
        String text = Files.readString(RouteFile.FOLDER.resolve("send-journal.camel.yaml"));
        return text.substring(0, text.indexOf("- route:", 1));
    }

    /** With a stand-in for what sends a journal, that does something. */
    private RouteRun running(Processor sending) throws Exception {
        return RouteRun.of()
                .text("send-journal", ofTheSession())
                .bean("x3Sessions", sessions)
                .bean("storeBackOff", connections)
                .bean("pairedFolders", new Folders(Map.of(Given.STORE, FOLDER)))
                .standIn("send-journal-once", sending)
                .start();
    }
}
