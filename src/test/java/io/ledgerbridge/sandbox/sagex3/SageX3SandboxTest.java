package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SageX3SandboxTest {

    private static final String FILTER = "{\"journalEntryType\":{\"_id\":\"ODGEN\"},\"sourceDocument\":\"BC218\"}";
    private static final String QUERY = "GACCENTRY?representation=GACCENTRY.$query&count=2&where=";

    private final SageX3Sandbox sandbox = SageX3Sandbox.start(0);
    private final X3Client client = new X3Client(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void postsAnEntryByGraphQlAndFindsItByItsReference() throws Exception {
        HttpResponse<String> created = client.create(X3Client.graphQlEntry("BC218", "411000", "69.84"));

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body())
                .isEqualTo("{\"data\":{\"x3Finance\":{\"journalEntry\":{\"create\":"
                        + "{\"journalEntryNumber\":\"FR0112611000001\"}}}}}");
        assertThat(client.lookUp(FILTER).body())
                .contains("\"journalEntryNumber\":\"FR0112611000001\"", "\"accountingDate\":\"2026-11-02\"")
                .contains("{\"account\":{\"_id\":\"411000\"},\"sign\":1,\"transactionAmount\":\"69.84\"}");
        assertThat(client.lookUp(FILTER.replace("218", "219")).body())
                .isEqualTo("{\"data\":{\"x3Finance\":{\"journalEntry\":{\"query\":{\"edges\":[]}}}}}");
    }

    @Test
    void postsTheSameEntryByRestAndReadsItBack() throws Exception {
        HttpResponse<String> created = client.restCreate(X3Client.restEntry("BC218", "411000", "69.84"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .endsWith("/GACCENTRY('ODGEN~FR0112611000001')?representation=GACCENTRY.$details"));
        assertThat(created.body()).contains("\"NUM\":\"FR0112611000001\"");
        assertThat(client.restGet(QUERY + "(TYP eq 'ODGEN' and BPRVCR eq 'BC218')")
                        .body())
                .contains("\"$itemsPerPage\":2", "\"NUM\":\"FR0112611000001\"", "\"ACCDAT\":\"2026-11-02\"");
        assertThat(client.restGet(QUERY + "(TYP eq 'ODGEN' and BPRVCR eq 'BC219')")
                        .body())
                .contains("\"$resources\":[]");
        assertThat(client.restGet("GACCENTRY('ODGEN~FR0112611000001')?representation=GACCENTRY.$details")
                        .body())
                .contains("\"CUR\":\"USD\"", "\"ACC\":\"411000\",\"BPR\":\"WEB01\",\"SNS\":1,\"AMTCUR\":69.84");
    }

    @Test
    void keepsBothEntriesOfOneReferenceAndATrialBalance() throws Exception {
        client.create(X3Client.graphQlEntry("BC218", "411000", "69.84"));
        client.restCreate(X3Client.restEntry("BC218", "411000", "69.84"));

        assertThat(sandbox.ledger().entries("SEED", "BC218"))
                .extracting(PostedEntry::number)
                .containsExactly("FR0112611000001", "FR0112611000002");
        PostedEntry.Line debit = sandbox.ledger().entries("SEED").get(0).lines().get(0);
        assertThat(debit.businessPartner()).isEqualTo("WEB01");
        assertThat(debit.dimensions()).containsEntry("CCE1", "WEB").containsEntry("CCE2", "MAIN");
        assertThat(sandbox.ledger().trialBalance("SEED"))
                .containsEntry("411000 USD", new BigDecimal("139.68"))
                .containsEntry("445710 USD", new BigDecimal("-10.62"))
                .hasSize(5);
    }

    @Test
    void refusesByGraphQlWith200AndNamesEveryFault() throws Exception {
        HttpResponse<String> refused =
                client.create(X3Client.graphQlEntry("BC218-0123456789012345", "999999", "69.845"));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("\"create\":null", "\"severity\":3")
                .contains("BPRVCR BC218-0123456789012345: Text too long, at most 20 characters")
                .contains("Line 1: ACC 999999: Record does not exist")
                .contains("Line 1: AMTCUR 69.845: Too many decimals for currency USD")
                .contains("The journal entry is not balanced: debit 79.085, credit 79.08");
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
    }

    @Test
    void refusesByRestWithDiagnosesAndStatus200() throws Exception {
        HttpResponse<String> refused = client.restCreate(X3Client.restEntry("BC218", "411000", "69.85"));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .isEqualTo("{\"$diagnoses\":[{\"$severity\":\"error\",\"$message\":"
                        + "\"The journal entry is not balanced: debit 79.09, credit 79.08\"}]}");
    }

    @Test
    void refusesAClosedPeriodUntilItIsOpen() throws Exception {
        Folder seed = sandbox.ledger().folder("SEED").close(YearMonth.of(2026, 11));
        String entry = X3Client.graphQlEntry("BC218", "411000", "69.84");

        assertThat(client.create(entry).body())
                .contains("ACCDAT 2026-11-02: The period is closed")
                .containsPattern("(?i)period.{0,30}(closed|not open)");
        seed.open(YearMonth.of(2026, 11));
        assertThat(client.create(entry).body()).contains("FR0112611000001");
    }

    @Test
    void takesOrRefusesAmountsBelowZeroAsTheFolderIsSet() throws Exception {
        String entry = X3Client.restEntry("BC218-R1", "411000", "-69.84")
                .replace("9.24", "-9.24")
                .replace("62.68", "-62.68")
                .replace("11.09", "-11.09")
                .replace("5.31", "-5.31");

        assertThat(client.restCreate(entry).statusCode()).isEqualTo(201);
        assertThat(sandbox.ledger().trialBalance("SEED")).containsEntry("411000 USD", new BigDecimal("-69.84"));
        sandbox.ledger().folder("SEED").negativeAmounts(false);
        assertThat(client.restCreate(entry).body()).contains("AMTCUR -69.84: Negative amount not authorized");
    }

    @Test
    void answers400ToAnUnknownFieldAndAnUnknownEndpoint() throws Exception {
        String entry = X3Client.graphQlEntry("BC218", "411000", "69.84");

        assertThat(client.create(entry.replace("description", "designation")).statusCode())
                .isEqualTo(400);
        assertThat(client.graphQl("{\"query\": \"{ x3Finance { invoice { query } } }\"}", client.token())
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(client.request("/xtrem/api")
                                .header("Authorization", "Bearer " + client.token())
                                .header("x-xtrem-endpoint", "NOWHERE")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                                .build())
                        .statusCode())
                .isEqualTo(400);
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
    }

    @Test
    void answersRestsOwnWaysOfSayingNo() throws Exception {
        HttpResponse<String> unknownProperty = client.restGet(QUERY + "(REFERENCE eq 'BC218')");
        HttpResponse<String> nothing = client.restGet("GACCENTRY('ODGEN~NONE')?representation=GACCENTRY.$details");

        assertThat(unknownProperty.statusCode()).isEqualTo(500);
        assertThat(unknownProperty.body()).contains("Property 'REFERENCE' not found");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).contains("721 : Record does not exist");
    }

    @Test
    void servesTheCloudsPathWithTheEndpointInIt() throws Exception {
        HttpResponse<String> answer = client.send(client.request("/v1/service/SEED/api")
                .header("Authorization", "Bearer " + client.token())
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                .build());

        assertThat(answer.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void judgesAConnectedAppsTokenByNumber() throws Exception {
        Instant now = Instant.now();
        String claims = client.claims(now);

        assertThat(refusal(claims, "another-secret-of-at-least-32-bytes")).isEqualTo("Error 50: Invalid token");
        assertThat(refusal(client.claims(now.minusSeconds(301)), Access.CLIENT_SECRET))
                .isEqualTo("Error 50: Invalid token");
        assertThat(refusal(client.claims(now.plusSeconds(60)), Access.CLIENT_SECRET))
                .isEqualTo("Error 21: Invalid token");
        assertThat(refusal(claims.replace(Access.CLIENT_ID, "stranger"), Access.CLIENT_SECRET))
                .isEqualTo("Error 41: Invalid token");
        assertThat(refusal(claims.replace(Access.USER, "NOBODY"), Access.CLIENT_SECRET))
                .isEqualTo("Error 42: Invalid token");
        assertThat(refusal(claims.replace("/xtrem", "/other"), Access.CLIENT_SECRET))
                .isEqualTo("Error 45: Invalid token");
        assertThat(client.graphQl("{}", "opaque").body()).isEqualTo("{\"message\":\"Unauthorised\"}");
    }

    private String refusal(String claims, String secret) throws Exception {
        HttpResponse<String> answer = client.graphQl("{}", X3Client.token(claims, secret));
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.body();
    }
}
