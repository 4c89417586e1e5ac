package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SageX3FaultsTest {

    private static final String NUMBER = "FR0112611000001";

    private final SageX3Sandbox sandbox = SageX3Sandbox.start(0);
    private final X3Client client = new X3Client(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("answersWithNothingDone")
    void commitsNothing(Fault fault, int status, String words) throws Exception {
        for (Call.Api api : List.of(Call.Api.GRAPHQL, Call.Api.REST)) {
            sandbox.faults().nextCreates(fault);

            HttpResponse<String> answer = create(api);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(words);
            assertThat(sandbox.ledger().entries("SEED")).isEmpty();
        }
    }

    static Stream<Arguments> answersWithNothingDone() {
        return Stream.of(
                Arguments.of(Fault.of(Fault.Way.UNAUTHORISED), 401, "{\"message\":\"Unauthorised\"}"),
                Arguments.of(Fault.of(Fault.Way.INVALID_TOKEN), 401, "Error 50: Invalid token"),
                Arguments.of(Fault.of(Fault.Way.UNAVAILABLE), 503, "Service Unavailable"),
                Arguments.of(Fault.of(Fault.Way.TOO_MANY_REQUESTS), 429, "Too many requests"),
                Arguments.of(Fault.of(Fault.Way.SERVER_ERROR), 500, "Internal server error"),
                Arguments.of(Fault.of(Fault.Way.HTML), 200, "<html>"),
                Arguments.of(Fault.of(Fault.Way.REFUSED, "Lettering in progress"), 200, "Lettering in progress"));
    }

    @ParameterizedTest
    @MethodSource("answersThatHideWhatWasDone")
    void commitsAndAnswersOtherwise(Fault fault, int graphQlStatus, int restStatus, String words, boolean number)
            throws Exception {
        for (Call.Api api : List.of(Call.Api.GRAPHQL, Call.Api.REST)) {
            sandbox.faults().nextCreates(fault);

            HttpResponse<String> answer = create(api);

            assertThat(answer.statusCode()).isEqualTo(api == Call.Api.GRAPHQL ? graphQlStatus : restStatus);
            assertThat(answer.body()).contains(words);
            assertThat(answer.body().contains("FR0112611")).isEqualTo(number);
        }
        assertThat(sandbox.ledger().entries("SEED")).hasSize(2);
    }

    static Stream<Arguments> answersThatHideWhatWasDone() {
        return Stream.of(
                Arguments.of(Fault.of(Fault.Way.DONE_THEN_SERVER_ERROR), 500, 500, "Internal server error", false),
                Arguments.of(Fault.of(Fault.Way.DONE_THEN_HTML), 200, 200, "<html>", false),
                Arguments.of(Fault.of(Fault.Way.DONE_WITHOUT_NUMBER), 200, 201, "{", false),
                Arguments.of(Fault.of(Fault.Way.DONE_WITH_PARTIAL_DATA), 200, 201, "{", false),
                Arguments.of(Fault.of(Fault.Way.DONE_WITH_ERROR, "Print failed"), 200, 201, "Print failed", true),
                Arguments.of(
                        Fault.of(Fault.Way.DONE_WITH_WARNING, "Budget exceeded"), 200, 201, "Budget exceeded", true));
    }

    @Test
    void closesTheConnectionBeforeOrAfterTheCommit() {
        sandbox.faults()
                .nextCreates(
                        Fault.of(Fault.Way.CLOSED),
                        Fault.of(Fault.Way.DONE_THEN_CLOSED),
                        Fault.of(Fault.Way.DONE_THEN_HALF_A_BODY));

        assertThatThrownBy(() -> create(Call.Api.GRAPHQL)).isInstanceOf(IOException.class);
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
        assertThatThrownBy(() -> create(Call.Api.GRAPHQL)).isInstanceOf(IOException.class);
        assertThat(sandbox.ledger().entries("SEED")).hasSize(1);
        assertThatThrownBy(() -> create(Call.Api.REST)).isInstanceOf(IOException.class);
        assertThat(sandbox.ledger().entries("SEED")).hasSize(2);
    }

    @Test
    void saysHowSevereADiagnosisIs() throws Exception {
        sandbox.faults()
                .nextCreates(
                        Fault.of(Fault.Way.DONE_WITH_WARNING, "Budget exceeded"),
                        Fault.of(Fault.Way.DONE_WITH_ERROR, "Print failed"));

        assertThat(create(Call.Api.GRAPHQL).body()).contains("\"severity\":2", NUMBER);
        assertThat(create(Call.Api.GRAPHQL).body()).contains("\"severity\":3");
    }

    @Test
    void commitsWhenTheTestSaysSo() throws Exception {
        CompletableFuture<Void> word = new CompletableFuture<>();
        CompletableFuture<Void> lastWord = new CompletableFuture<>();
        sandbox.faults().nextCreates(Fault.none().after(word).answering(lastWord));
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(this::createByGraphQl);

        Awaitility.await().until(() -> sandbox.statistics().underWay() == 1);
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
        word.complete(null);
        Awaitility.await().until(() -> sandbox.ledger().entries("SEED").size() == 1);
        assertThat(answer).isNotDone();
        lastWord.complete(null);
        assertThat(answer.get().body()).contains(NUMBER);
    }

    @Test
    void commitsNothingThatWaitedWhenItStopped() {
        CompletableFuture<Void> word = new CompletableFuture<>();
        sandbox.faults().nextCreates(Fault.none().after(word));
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(this::createByGraphQl);
        Awaitility.await().until(() -> sandbox.statistics().underWay() == 1);

        sandbox.close();
        word.complete(null);

        Awaitility.await().until(() -> sandbox.statistics().underWay() == 0);
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
        assertThat(answer).failsWithin(Duration.ofMinutes(1));
    }

    @Test
    void countsRequestsAndHowManyWereUnderWayAtOnce() throws Exception {
        CompletableFuture<Void> word = new CompletableFuture<>();
        sandbox.faults()
                .decide(call -> call.kind() == Call.Kind.CREATE ? Fault.none().after(word) : Fault.none());
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(CompletableFuture.supplyAsync(this::createByGraphQl, runnable -> new Thread(runnable).start()));
        }
        Awaitility.await().until(() -> sandbox.statistics().underWay() == 3);
        word.complete(null);
        answers.forEach(CompletableFuture::join);
        client.lookUp("{}");

        assertThat(sandbox.statistics().mostUnderWay()).isEqualTo(3);
        assertThat(sandbox.statistics().requests(Call.Kind.CREATE)).isEqualTo(3);
        assertThat(sandbox.statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(1);
        assertThat(sandbox.statistics().creates("BC218")).hasSize(3).allSatisfy(create -> {
            assertThat(create.api()).isEqualTo(Call.Api.GRAPHQL);
            assertThat(create.folder()).isEqualTo("SEED");
        });
    }

    private HttpResponse<String> create(Call.Api api) throws IOException, InterruptedException {
        return api == Call.Api.GRAPHQL
                ? client.create(X3Client.graphQlEntry("BC218", "411000", "69.84"))
                : client.restCreate(X3Client.restEntry("BC218", "411000", "69.84"));
    }

    private HttpResponse<String> createByGraphQl() {
        try {
            return create(Call.Api.GRAPHQL);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
