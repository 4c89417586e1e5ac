package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoapTest {

    private static final String ENVELOPE = """
            <soapenv:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"
                xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wss="http://www.adonix.com/WSS">
              <soapenv:Header/>
              <soapenv:Body>
                <wss:%1$s soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">
                  <callContext xsi:type="wss:CAdxCallContext">
                    <codeLang xsi:type="xsd:string">ENG</codeLang>
                    <poolAlias xsi:type="xsd:string">LEDGER</poolAlias>
                    <poolId xsi:type="xsd:string"></poolId>
                    <requestConfig xsi:type="xsd:string"></requestConfig>
                  </callContext>
                  <publicName xsi:type="xsd:string">WSGAS</publicName>
                  %2$s
                </wss:%1$s>
              </soapenv:Body>
            </soapenv:Envelope>
            """;

    private static final String OBJECT = """
            <objectXml xsi:type="xsd:string"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
            <PARAM>
              <GRP ID="HAE0_1"><FLD NAME="FCY">FR011</FLD><FLD NAME="TYP">ODGEN</FLD><FLD NAME="NUM"></FLD>
                <FLD NAME="ACCDAT">20261102</FLD></GRP>
              <GRP ID="HAE0_2"><FLD NAME="JOU">SAL</FLD><FLD NAME="CAT">1</FLD><FLD NAME="STA">1</FLD></GRP>
              <GRP ID="HAE1_1"><FLD NAME="DESVCR">Order 218</FLD></GRP>
              <GRP ID="HAE1_3"><FLD NAME="BPRVCR">BC218</FLD></GRP>
              <GRP ID="HAE1_5"><FLD NAME="RATDAT">20261102</FLD><FLD NAME="CUR">USD</FLD></GRP>
              <TAB ID="HAE2_1">
                <LIN NUM="1"><FLD NAME="FCYLIN">FR011</FLD><FLD NAME="ACC1">411000</FLD><FLD NAME="BPR">WEB01</FLD>
                  <FLD NAME="DEB">5.31</FLD><FLD NAME="DES">Receivable</FLD><FLD NAME="CCE1">WEB</FLD></LIN>
                <LIN NUM="2"><FLD NAME="FCYLIN">FR011</FLD><FLD NAME="ACC1">445710</FLD><FLD NAME="CDT">5.31</FLD>
                  <FLD NAME="DES">Sales tax</FLD></LIN>
              </TAB>
            </PARAM>]]></objectXml>
            """;

    private final SageX3Sandbox sandbox = SageX3Sandbox.start(0);
    private final X3Client client = new X3Client(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void savesAnEntryAndFindsItByItsReference() throws Exception {
        assertThat(call("save", OBJECT).body())
                .contains("<status xsi:type=\"xsd:int\">1</status>", "CAdxMessage[0]")
                .contains("<FLD NAME=\"NUM\" TYPE=\"Char\">FR0112611000001</FLD>");
        assertThat(call("query", keys("TYP", "ODGEN", "BPRVCR", "BC218")).body())
                .contains("SIZE=\"1\"", "<FLD NAME=\"NUM\" TYPE=\"Char\">FR0112611000001</FLD>");
        assertThat(call("query", keys("TYP", "ODGEN", "BPRVCR", "BC219")).body())
                .contains("SIZE=\"0\"");
        assertThat(call("read", keys("TYP", "ODGEN", "NUM", "FR0112611000001")).body())
                .contains("<FLD NAME=\"ACCDAT\" TYPE=\"Char\">20261102</FLD>")
                .contains("<FLD NAME=\"DEB\" TYPE=\"Char\">5.31</FLD><FLD NAME=\"CDT\" TYPE=\"Char\">0</FLD>");
        assertThat(sandbox.ledger().trialBalance("SEED")).containsEntry("445710 USD", new BigDecimal("-5.31"));
        assertThat(sandbox.statistics().creates("BC218")).extracting(Call::api).containsExactly(Call.Api.SOAP);
    }

    @Test
    void refusesWithStatus0AndItsMessagesBeside() throws Exception {
        HttpResponse<String> refused =
                call("save", OBJECT.replace("445710", "999999").replace("SAL", "NONE"));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("<status xsi:type=\"xsd:int\">0</status>", "CAdxMessage[2]", "href=\"#id1\"")
                .contains("<type>3</type><message>JOU NONE: Record does not exist</message>")
                .contains("<type>3</type><message>Line 2: ACC 999999: Record does not exist</message>");
        assertThat(call("save", OBJECT.replace("HAE1_3", "HAE1_1")).body())
                .contains("Field BPRVCR not found in HAE1_1");
        assertThat(call("query", keys("TYP", "ODGEN", "REFERENCE", "BC218")).body())
                .contains(">0</status>", "Key REFERENCE not found");
        assertThat(call("drop", OBJECT).statusCode()).isEqualTo(500);
        assertThat(sandbox.ledger().entries("SEED")).isEmpty();
    }

    @Test
    void meetsTheSameFaultsAsTheOthers() throws Exception {
        sandbox.faults()
                .nextCreates(
                        Fault.of(Fault.Way.DONE_WITH_WARNING, "Budget exceeded"),
                        Fault.of(Fault.Way.DONE_WITH_ERROR, "Print failed"),
                        Fault.of(Fault.Way.DONE_WITHOUT_NUMBER),
                        Fault.of(Fault.Way.DONE_WITH_PARTIAL_DATA),
                        Fault.of(Fault.Way.REFUSED, "Lettering in progress"),
                        Fault.of(Fault.Way.DONE_THEN_HTML));

        assertThat(call("save", OBJECT).body()).contains("<type>2</type>", "FR0112611000001", "CAdxMessage[1]");
        assertThat(call("save", OBJECT).body()).contains("<type>3</type>", "FR0112611000002", ">1</status>");
        assertThat(call("save", OBJECT).body())
                .doesNotContain("FR0112611000003")
                .contains(">1</status>");
        assertThat(call("save", OBJECT).body()).contains("<resultXml xsi:type=\"xsd:string\" xsi:nil=\"true\"/>");
        assertThat(call("save", OBJECT).body()).contains(">0</status>", "Lettering in progress");
        assertThat(call("save", OBJECT).body()).contains("<html>");
        assertThat(sandbox.ledger().entries("SEED")).hasSize(5);
    }

    private HttpResponse<String> call(String operation, String parameters) throws Exception {
        return client.send(client.request("/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC")
                .setHeader("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + operation + "\"")
                .header("Authorization", X3Client.basic())
                .POST(HttpRequest.BodyPublishers.ofString(ENVELOPE.formatted(operation, parameters)))
                .build());
    }

    private static String keys(String key, String value, String otherKey, String otherValue) {
        String item = "<item xsi:type=\"wss:CAdxParamKeyValue\"><key>%s</key><value>%s</value></item>";
        return "<objectKeys xsi:type=\"wss:ArrayOfCAdxParamKeyValue\" soapenc:arrayType=\"wss:CAdxParamKeyValue[2]\">"
                + item.formatted(key, value) + item.formatted(otherKey, otherValue)
                + "</objectKeys><listSize xsi:type=\"xsd:int\">2</listSize>";
    }
}
