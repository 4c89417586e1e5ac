package io.ledgerbridge.sagex3.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.login.X3AuthorizationTest;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class SoapRepliesTest {

    private static final String NUMBER = "<RESULT><GRP ID=\"HAE0_1\"><FLD NAME=\"NUM\">2611SAL1</FLD></GRP></RESULT>";
    private static final String ERROR = "<messages><type>3</type><message>Account 9 &amp; more</message></messages>";

    public static final FolderSettings FOLDER = X3AuthorizationTest.folder(
            "SEED",
            "/xtrem/api",
            new Auth(
                    Auth.Type.BASIC, null, null, "LEDGER", "password", null, null, null, Auth.TokenRequest.JSON, null));

    public static final StoreTemplates TEMPLATES =
            new StoreTemplates(Map.of("us", TemplateFolder.in("routes/sage-x3")));

    private final SoapReplies replies = new SoapReplies(TEMPLATES);
    private final Journal journal = mock(Journal.class);

    @BeforeEach
    void haveAStore() {
        when(journal.store()).thenReturn("us");
    }

    @Test
    void takesANumberWithStatus1ForCreated() {
        assertThat(created(1, "", NUMBER)).isEqualTo(new CreateOutcome.Created("2611SAL1", "", null));
        assertThat(created(1, ERROR.replace(">3<", ">2<"), NUMBER))
                .isEqualTo(new CreateOutcome.Created("2611SAL1", "", null));
    }

    @Test
    void takesStatus0WithAnErrorForRefusedInX3sWords() {
        assertThat(created(0, ERROR, "")).isEqualTo(new CreateOutcome.Refused("Account 9 & more"));
    }

    @Test
    void findsMessagesBesideTheAnswer() {
        String beside = """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r><saveReturn href="#id0"/></r>
                <multiRef id="id0"><messages><messages href="#id1"/></messages><status>0</status></multiRef>
                <multiRef id="id1"><type>3</type><message>Closed</message></multiRef></s:Body></s:Envelope>""";

        assertThat(created(200, beside)).isEqualTo(new CreateOutcome.Refused("Closed"));
    }

    @Test
    void takesEverythingElseForUnknown() {
        assertThat(created(1, "", "")).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(0, "", "")).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(0, ERROR.replace(">3<", ">2<"), "")).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(1, ERROR, "")).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(0, ERROR, NUMBER)).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(1, ERROR, NUMBER)).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(created(500, envelope(0, ERROR, ""))).isInstanceOf(CreateOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Sign in</body></html>", "<s:Envelope xmlns:s=", "no XML", "{}"})
    void takesWhatIsNoAnswerForUnknown(String body) {
        assertThat(created(200, body)).isInstanceOf(CreateOutcome.Unknown.class);
    }

    @Test
    void takes401ForRefusedCredentials() {
        assertThat(created(401, "Error 50: Invalid token")).isInstanceOf(CreateOutcome.CredentialsRefused.class);
    }

    @Test
    void readsNoFileForAnAnswer(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "a-secret");
        String body = "<!DOCTYPE e [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + envelope(0, "<messages><type>3</type><message>&x;</message></messages>", "");

        assertThat(created(200, body))
                .isInstanceOfSatisfying(
                        CreateOutcome.Unknown.class,
                        unknown -> assertThat(unknown.words()).doesNotContain("a-secret"));
    }

    @Test
    void readsAnEntrysFieldsTogetherAndItsTableByItsName() {
        String entry = """
                <RESULT><GRP ID="HAE0_1"><FLD NAME="NUM">N1</FLD><FLD NAME="ACCDAT">20261031</FLD></GRP>
                <GRP ID="HAE1_5"><FLD NAME="CUR">USD</FLD></GRP><TAB ID="HAE2_1">
                <LIN NUM="1"><FLD NAME="ACC1">411000</FLD><FLD NAME="DEB">11.00</FLD><FLD NAME="CDT">0</FLD></LIN>
                <LIN NUM="2"><FLD NAME="ACC1">707000</FLD><FLD NAME="DEB"></FLD><FLD NAME="CDT">11.00</FLD></LIN>
                </TAB></RESULT>""";

        JsonNode answered =
                SoapEntries.of(SoapXml.document(entry).orElseThrow()).get(0);

        assertThat(answered.path("NUM").asText()).isEqualTo("N1");
        assertThat(answered.path("ACCDAT").asText()).isEqualTo("20261031");
        assertThat(answered.path("CUR").asText()).isEqualTo("USD");
        assertThat(answered.path("HAE2_1").findValuesAsText("ACC1")).containsExactly("411000", "707000");
        assertThat(answered.path("HAE2_1").findValuesAsText("DEB")).containsExactly("11.00", "");
    }

    @Test
    void readsAListLineByLineAndNothingAsNone() {
        String list = "<RESULT><LIN NUM=\"1\"><FLD NAME=\"NUM\">N1</FLD></LIN><LIN NUM=\"2\"/></RESULT>";

        assertThat(SoapEntries.of(SoapXml.document(list).orElseThrow()))
                .extracting(JsonNode::toString)
                .containsExactly("{\"NUM\":\"N1\"}", "{}");
        String deeper = "<RESULT><LST>%s</LST></RESULT>".formatted(list.replaceAll("</?RESULT>", ""));
        assertThat(SoapEntries.of(SoapXml.document(deeper).orElseThrow())).hasSize(2);
        assertThat(SoapEntries.of(SoapXml.document("<RESULT SIZE=\"0\"/>").orElseThrow()))
                .isEmpty();
    }

    /** What isn't understood is not what isn't there: the journal would be created a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"<RESULT><ENTRY/></RESULT>", "<RESULT>\n  <ENTRY><NUM>N1</NUM></ENTRY>\n</RESULT>"})
    void takesAListThatHoldsNoFieldsForUnread(String result) {
        String body = envelope(1, "", result);

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> replies.numbers(FOLDER, journal, 200, body))
                .withMessageContaining("holds no fields");
    }

    @Test
    void writesWhatXmlForbidsAsABlankAndEscapesTheRest() {
        assertThat(SoapEnvelope.allowed("a\u0001b\u000b<é😀>")).isEqualTo("a b <é😀>");
        assertThat(SoapObject.xml(X3Json.MAPPER
                        .createObjectNode()
                        .set("G", X3Json.MAPPER.createObjectNode().put("F", "a]]>&<b\u0000"))))
                .isEqualTo("<PARAM><GRP ID=\"G\"><FLD NAME=\"F\">a]]&gt;&amp;&lt;b </FLD></GRP></PARAM>");
    }

    private CreateOutcome created(int status, String messages, String result) {
        return created(200, envelope(status, messages, result));
    }

    private CreateOutcome created(int status, String body) {
        return replies.created(FOLDER, journal, status, body);
    }

    public static String envelope(int status, String messages, String result) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r><saveReturn>\
                <messages>%s</messages><resultXml><![CDATA[%s]]></resultXml><status>%d</status></saveReturn></r>\
                </s:Body></s:Envelope>""".formatted(messages, result, status);
    }
}
