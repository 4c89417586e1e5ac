package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sandbox.sagex3.Call;
import org.junit.jupiter.api.Test;

/** {@code send-journal.camel.yaml} with {@code call-x3-graphql.camel.yaml}. */
@WholeProgram
class SendJournalGraphqlRouteTest extends SendJournalCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    SendJournalGraphqlRouteTest() {
        super(X3Api.GRAPHQL);
    }

    @Test
    void asksAndSendsByPostWithATokenAndTheEndpointsName() throws Exception {
        send(Given.journal());

        assertThat(x3.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/xtrem/api");
            assertThat(request.headers())
                    .containsEntry("x-xtrem-endpoint", "SEED")
                    .hasEntrySatisfying(
                            "authorization", value -> assertThat(value).matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                    .hasEntrySatisfying(
                            "content-type", value -> assertThat(value).startsWith("application/json"));
        });
    }

    @Test
    void sendsTheDocumentsOfTheContract() throws Exception {
        send(Given.journal());

        JsonNode lookUp = JSON.readTree(x3.requests().get(0).body());
        JsonNode create = JSON.readTree(x3.requests().get(1).body());
        assertThat(JSON.readTree(lookUp.path("variables").path("filter").asText()))
                .isEqualTo(JSON.readTree("{\"sourceDocument\":\"BC250\",\"journalEntryType\":{\"_id\":\"ODGEN\"}}"));
        assertThat(create.path("query").asText().replaceAll("\\s+", " ").strip())
                .isEqualTo("mutation($data: JournalEntry_Input!) { x3Finance { journalEntry { create(data: $data) "
                        + "{ journalEntryNumber } } } }");
        JsonNode line =
                create.path("variables").path("data").path("journalEntryLines").path(1);
        assertThat(line.path("transactionAmount").isTextual()).isTrue();
        assertThat(line.path("transactionAmount").asText()).isEqualTo("10.00");
        assertThat(line.has("businessPartner")).isFalse();
    }

    /** As in Sage's cloud, where the endpoint is in the path. */
    @Test
    void isSentToTheFoldersOwnPath() throws Exception {
        graphqlPath = "/v1/service/{endpoint}/api";

        send(Given.journal());

        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
        assertThat(x3.requests()).extracting(X3.Asked::path).containsOnly("/v1/service/SEED/api");
    }

    @Test
    void notesTheHashOfWhatIsSent() throws Exception {
        send(Given.journal());

        verify(books).sending(any(), any(), eq(url + "|SEED"), matches("[0-9a-f]{64}"));
        assertThat(x3.count(Call.Kind.CREATE)).isEqualTo(1);
    }
}
