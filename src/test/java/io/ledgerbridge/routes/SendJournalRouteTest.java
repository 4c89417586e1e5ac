package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.http.NotSentException;
import io.ledgerbridge.sagex3.JournalDispatch;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.X3LookUps;
import io.ledgerbridge.sagex3.X3Replies;
import io.ledgerbridge.sagex3.X3Requests;
import io.ledgerbridge.sagex3.login.PairedFolders;
import io.ledgerbridge.sagex3.login.X3Authorization;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.X3Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code send-journal.camel.yaml}: which interface is asked and called; {@link SendJournalCases} has the rest. */
class SendJournalRouteTest {

    private static final String WHENS = "            when:\n";

    /** As routes/README.md adds one. */
    private static final String BRANCH = """
                          - expression:
                              simple:
                                expression: ${variable.journal.channel} == '4'
                            steps:
                              - to:
                                  uri: direct:call-x3-marketplace
            """;

    @ParameterizedTest
    @EnumSource
    void callsTheInterfaceOfTheStore(X3Api api) throws Exception {
        assertThat(visited(text(), "send-journal-call", api, "1")).containsExactly("call-x3-" + api.label());
    }

    /** Of a create that the books have as sent, it has to be certain that nothing was. */
    @Test
    void saysThatNothingWasSentWhereNothingCallsTheInterface() throws Exception {
        try (RouteRun run = running(text().replace("== 'SOAP'", "== 'OTHER'"))) {
            Exchange exchange = send(run, "send-journal-call", X3Api.SOAP, "3");

            assertThat(exchange.getException())
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("No way into Sage X3 by SOAP for channel 3");
            assertThat(run.visited()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, call-x3-graphql", "4, call-x3-marketplace", "44, call-x3-graphql"})
    void callsForOneChannelInAWayOfItsOwnAndLeavesTheOthersTheirs(String channel, String way) throws Exception {
        assertThat(visited(withBranch(), "send-journal-call", X3Api.GRAPHQL, channel))
                .containsExactly(way);
    }

    /** The way is a small file: the order of steps that makes a journal arrive once stands in none but the one. */
    @Test
    void keepsToTheRulesWithABranchAsTheReadmeAddsOne() throws IOException {
        RouteFile branched = RouteFile.of("send-journal.camel.yaml", withBranch());
        String rest = Files.readString(RouteFile.FOLDER.resolve("call-x3-rest.camel.yaml"));
        RouteFile way =
                RouteFile.of("call-x3-marketplace.camel.yaml", rest.replace("call-x3-rest", "call-x3-marketplace"));
        List<RouteFile> files = new ArrayList<>(RouteFile.all());
        files.removeIf(file -> file.name().equals(branched.name()));
        files.addAll(List.of(branched, way));

        assertThat(RouteChecks.ofRoutes(files)).isEmpty();
        assertThat(RouteChecks.ofEndpoints(files)).isEmpty();
        assertThat(RouteChecks.ofTheProtocol(files)).isEmpty();
        assertThat(List.of(branched, way)).allSatisfy(file -> {
            assertThat(RouteChecks.againstSchema(file)).isEmpty();
            assertThat(RouteChecks.ofNames(file)).isEmpty();
            assertThat(RouteChecks.ofForm(file)).isEmpty();
            assertThat(ForbiddenThings.in(file)).isEmpty();
        });
    }

    private static List<String> visited(String sendJournal, String direct, X3Api api, String channel) throws Exception {
        try (RouteRun run = running(sendJournal)) {
            assertThat(send(run, direct, api, channel).getException()).isNull();
            return run.visited();
        }
    }

    private static Exchange send(RouteRun run, String direct, X3Api api, String channel) {
        return run.send(direct, exchange -> {
            exchange.setVariable("journal", Given.journal("BC250", channel));
            exchange.setVariable("folder", Given.folder(api, "http://x3.invalid", LookUpPolicy.ALWAYS));
        });
    }

    private static RouteRun running(String sendJournal) throws Exception {
        RouteRun run = RouteRun.of()
                .text("send-journal", sendJournal)
                .bean("x3Authorization", mock(X3Authorization.class))
                .bean("journalDispatch", mock(JournalDispatch.class))
                .bean("x3Requests", mock(X3Requests.class))
                .bean("x3LookUps", mock(X3LookUps.class))
                .bean("x3Sessions", mock(X3Sessions.class))
                .bean("storeBackOff", mock(StoreBackOff.class))
                .bean("pairedFolders", mock(PairedFolders.class))
                .bean("x3Replies", mock(X3Replies.class));
        for (X3Api api : X3Api.values()) {
            run.standIn("call-x3-" + api.label());
        }
        return run.standIn("call-x3-marketplace").start();
    }

    private static String text() throws IOException {
        return Files.readString(RouteFile.FOLDER.resolve("send-journal.camel.yaml"));
    }

    /** In front of the branches of the last choice, which is that of send-journal-call. */
    private static String withBranch() throws IOException {
        String text = text();
        int calls = text.indexOf(WHENS, text.indexOf("id: send-journal-call"));
        return text.substring(0, calls) + WHENS + BRANCH + text.substring(calls + WHENS.length());
    }
}
