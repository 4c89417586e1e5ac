package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sandbox.sagex3.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** {@code send-journal.camel.yaml} with {@code call-x3-soap.camel.yaml}. */
@WholeProgram
class SendJournalSoapRouteTest extends SendJournalCases {

    SendJournalSoapRouteTest() {
        super(X3Api.SOAP);
    }

    @Test
    void callsTheWebServiceWithTheUsersPassword() throws Exception {
        send(Given.journal());

        String user = Base64.getEncoder().encodeToString("LEDGER:password".getBytes(StandardCharsets.UTF_8));
        assertThat(x3.requests()).extracting(X3.Asked::method).containsOnly("POST");
        assertThat(x3.requests())
                .extracting(request -> request.headers().get("soapaction"))
                .containsExactly("query", "save");
        assertThat(x3.requests()).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC");
            assertThat(request.headers())
                    .containsEntry("authorization", "Basic " + user)
                    .containsEntry("content-type", "text/xml; charset=utf-8");
            assertThat(request.body())
                    .contains(">WSGAS</publicName>", ">LEDGER</poolAlias>", ">ENG</codeLang>")
                    .contains("xmlns:wss=\"http://www.adonix.com/WSS\"");
        });
    }

    @Test
    void sendsTheGroupsAndTheTableOfTheTemplate() throws Exception {
        send(Given.journal());

        assertThat(x3.requests()
                        .get(1)
                        .body()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\""))
                .contains("<GRP ID=\"HAE0_1\"><FLD NAME=\"FCY\">FR011</FLD><FLD NAME=\"TYP\">ODGEN</FLD>")
                .contains("<FLD NAME=\"NUM\"></FLD><FLD NAME=\"ACCDAT\">20261031</FLD></GRP>")
                .contains("<TAB ID=\"HAE2_1\"><LIN NUM=\"1\">", "<LIN NUM=\"3\">")
                .contains("<FLD NAME=\"DEB\">11.00</FLD>", "<FLD NAME=\"CDT\">10.00</FLD>")
                .doesNotContain("<FLD NAME=\"DEB\">10.00</FLD>", "<FLD NAME=\"BPR\"></FLD>");
    }

    @Test
    void readsWhatItFindsWholeBeforeItIsBelieved() throws Exception {
        x3.writeByHand("10.00");

        send(Given.journal());

        assertThat(x3.requests()).extracting(X3.Asked::kind).containsExactly(Call.Kind.LOOK_UP, Call.Kind.DETAILS);
        assertThat(x3.requests().get(1).body())
                .contains(">NUM</key>", ">" + x3.onlyEntry().number() + "</value>");
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
}
