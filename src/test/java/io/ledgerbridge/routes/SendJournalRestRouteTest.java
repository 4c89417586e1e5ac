package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sandbox.sagex3.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** {@code send-journal.camel.yaml} with {@code call-x3-rest.camel.yaml}. */
@WholeProgram
class SendJournalRestRouteTest extends SendJournalCases {

    SendJournalRestRouteTest() {
        super(X3Api.REST);
    }

    @Test
    void asksByGetAndSendsByPostWithTheUsersPassword() throws Exception {
        send(Given.journal());

        String user = Base64.getEncoder().encodeToString("LEDGER:password".getBytes(StandardCharsets.UTF_8));
        assertThat(x3.requests()).extracting(X3.Asked::method).containsExactly("GET", "POST");
        assertThat(x3.requests()).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/api1/x3/erp/SEED/GACCENTRY");
            assertThat(request.headers())
                    .containsEntry("authorization", "Basic " + user)
                    .containsEntry("accept", "application/json");
        });
        assertThat(x3.requests().get(0).body()).isEmpty();
    }

    @Test
    void sendsAmountsAsNumbers() throws Exception {
        send(Given.journal());

        String body = x3.requests().get(1).body();
        JsonNode line = new ObjectMapper().readTree(body).path("LINES").path(1);
        assertThat(line.path("AMTCUR").isNumber()).isTrue();
        assertThat(line.path("AMTCUR").decimalValue()).isEqualByComparingTo("10.00");
        assertThat(line.has("BPR")).isFalse();
    }

    @Test
    void readsWhatItFindsWholeBeforeItIsBelieved() throws Exception {
        x3.writeByHand("10.00");

        send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.DETAILS);
        assertThat(x3.requests().get(1).path())
                .isEqualTo(
                        "/api1/x3/erp/SEED/GACCENTRY('ODGEN~" + x3.onlyEntry().number() + "')");
    }

    @Test
    void sendsNothingWhereWhatItFindsCanNotBeRead() throws Exception {
        x3.writeByHand("10.00");
        x3.trouble(Call.Kind.DETAILS, X3.Trouble.UNAVAILABLE);

        Exchange exchange = send(Given.journal());

        assertThat(cause(exchange, Fault.class)).isInstanceOf(TransientFault.class);
        assertThat(x3.count(Call.Kind.CREATE)).isZero();
        verifyNoInteractions(books);
    }

    @Test
    void sendsNothingWhereOneOfTwoCanNotBeRead() throws Exception {
        x3.writeByHand("10.00");
        x3.writeByHand("10.00");
        x3.trouble(Call.Kind.DETAILS, X3.Trouble.UNAVAILABLE);

        Exchange exchange = send(Given.journal());

        assertThat(cause(exchange, Fault.class)).isInstanceOf(TransientFault.class);
        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.DETAILS);
        verifyNoInteractions(books);
    }
}
