package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFile;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Sage X3 is sent by the templates that are shipped, to the byte: the books keep its hash. */
class X3RequestsTest {

    private static final Path SHIPPED = Path.of("routes/sage-x3");

    private final X3Requests requests = with(SHIPPED);

    @Test
    void createsByGraphql() {
        GraphqlRequest request = (GraphqlRequest) requests.create(folder(X3Api.GRAPHQL), journal("USD", "10.00"));

        assertThat(request.document()).isEqualTo("""
                mutation($data: JournalEntry_Input!) {
                  x3Finance {
                    journalEntry {
                      create(data: $data) {
                        journalEntryNumber
                      }
                    }
                  }
                }""");
        assertThat(request.text())
                .isEqualTo("{\"data\":{\"journalEntryType\":\"ODGEN\",\"site\":\"FR011\",\"journal\":\"SAL\","
                        + "\"accountingDate\":\"2026-10-31\",\"documentDate\":\"2026-10-31\","
                        + "\"rateDate\":\"2026-10-31\",\"transactionCurrency\":\"USD\",\"sourceDocument\":\"BC250\","
                        + "\"description\":\"BigCommerce order 250\",\"journalEntryLines\":["
                        + "{\"account\":\"411000\",\"businessPartner\":\"WEB01\",\"sign\":1,\"transactionAmount\":\"10.00\","
                        + "\"lineDescription\":\"Owed & <due>\",\"CCE1\":\"WEB\"},"
                        + "{\"account\":\"707000\",\"sign\":-1,\"transactionAmount\":\"10.00\","
                        + "\"lineDescription\":\"A description of more than 30\",\"CCE1\":\"WEB\"}]}}");
        assertThat(request.variables().toJson()).isEqualTo(request.text());
    }

    @Test
    void createsByApi1() {
        assertThat(requests.create(folder(X3Api.REST), journal("USD", "10.00")))
                .isEqualTo(new RestRequest(
                        "POST",
                        "",
                        "representation=GACCENTRY.$create",
                        "{\"TYP\":\"ODGEN\",\"FCY\":\"FR011\",\"JOU\":\"SAL\",\"ACCDAT\":\"2026-10-31\",\"CUR\":\"USD\","
                                + "\"RATDAT\":\"2026-10-31\",\"BPRVCR\":\"BC250\",\"BPRDATVCR\":\"2026-10-31\","
                                + "\"REFINT\":\"BC250\",\"STA\":1,\"DESVCR\":\"BigCommerce order 250\",\"LINES\":["
                                + "{\"ACC\":\"411000\",\"BPR\":\"WEB01\",\"SNS\":1,\"AMTCUR\":10,\"DES\":\"Owed & <due>\","
                                + "\"CCE1\":\"WEB\"},{\"ACC\":\"707000\",\"SNS\":-1,\"AMTCUR\":10,"
                                + "\"DES\":\"A description of more than 30\",\"CCE1\":\"WEB\"}]}"));
    }

    @Test
    void createsBySoap() {
        SoapRequest request = (SoapRequest) requests.create(folder(X3Api.SOAP), journal("USD", "10.00"));

        assertThat(request.operation()).isEqualTo("save");
        assertThat(request.text()).isEqualTo(request.envelope());
        assertThat(request.envelope().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\""))
                .contains(
                        "<PARAM><GRP ID=\"HAE0_1\"><FLD NAME=\"FCY\">FR011</FLD><FLD NAME=\"TYP\">ODGEN</FLD>"
                                + "<FLD NAME=\"NUM\"></FLD><FLD NAME=\"ACCDAT\">20261031</FLD></GRP>",
                        "<FLD NAME=\"BPR\">WEB01</FLD><FLD NAME=\"DEB\">10.00</FLD><FLD NAME=\"DES\">Owed &amp;amp; &amp;lt;due&amp;gt;</FLD>",
                        "<FLD NAME=\"CDT\">10.00</FLD>");
    }

    /** A template may be given numbers that JSLT would else pass through binary fractions, or write with exponents. */
    @ParameterizedTest
    @CsvSource({
        "USD, 10.00, 10",
        "USD, 0.10, 0.1",
        "USD, 0.01, 0.01",
        "USD, 1234567.89, 1234567.89",
        "USD, 1000000000.00, 1000000000",
        "USD, 90071992547409.93, 90071992547409.93",
        "JPY, 100, 100",
        "JPY, 90071992547409931, 90071992547409931",
        "KWD, 1.005, 1.005"
    })
    void writesAnAmountInItsOwnDigits(String currency, String amount, String number) {
        Journal journal = journal(currency, amount);

        assertThat(requests.create(folder(X3Api.REST), journal).text()).contains("\"AMTCUR\":" + number + ",");
        assertThat(requests.create(folder(X3Api.GRAPHQL), journal).text())
                .contains("\"transactionAmount\":\"" + amount + "\"");
        assertThat(requests.create(folder(X3Api.SOAP), journal).text()).contains("\"DEB\"&gt;" + amount + "&lt;");
    }

    @Test
    void looksUpByTypeAndReference() {
        Journal journal = journal("USD", "10.00");

        GraphqlRequest graphql = (GraphqlRequest) requests.lookUp(folder(X3Api.GRAPHQL), journal);
        assertThat(graphql.document()).startsWith("query($filter: String) {").contains("            sourceDocument\n");
        assertThat(graphql.text())
                .isEqualTo(
                        "{\"filter\":\"{\\\"journalEntryType\\\":{\\\"_id\\\":\\\"ODGEN\\\"},\\\"sourceDocument\\\":\\\"BC250\\\"}\"}");
        assertThat(requests.lookUp(folder(X3Api.REST), journal))
                .isEqualTo(new RestRequest(
                        "GET",
                        "",
                        "representation=GACCENTRY.$query&count=2&where=(TYP eq 'ODGEN' and BPRVCR eq 'BC250')",
                        ""));
        assertThat(((SoapRequest) requests.lookUp(folder(X3Api.SOAP), journal)).envelope())
                .contains(
                        ">ODGEN</value>", ">BC250</value>", "arrayType=\"wss:CAdxParamKeyValue[2]\"", ">2</listSize>");
    }

    @Test
    void asksForNoStatusWhereTheFolderLacksIt() {
        Journal journal = journal("USD", "10.00");
        Set<EntryHeader.Field> lacks = Set.of(EntryHeader.Field.STATUS);

        assertThat(document(Set.of(), journal)).contains("journalEntryStatus");
        assertThat(document(lacks, journal))
                .doesNotContain("journalEntryStatus")
                .contains("accountingDate", "transactionCurrency", "ledgerTypeNumber");
    }

    private String document(Set<EntryHeader.Field> lacks, Journal journal) {
        EntryHeader header = new EntryHeader(EntryStatus.TEMPORARY, lacks, "BPRVCR");
        return ((GraphqlRequest) requests.lookUp(folder(X3Api.GRAPHQL, header), journal)).document();
    }

    @Test
    void readsAnEntryByItsKey() {
        Journal journal = journal("USD", "10.00");

        assertThat(requests.entry(folder(X3Api.REST), journal, "ODGEN%7EN1"))
                .isEqualTo(new RestRequest("GET", "('ODGEN%7EN1')", "representation=GACCENTRY.$details", ""));
        assertThat(((SoapRequest) requests.entry(folder(X3Api.SOAP), journal, "N1")).envelope())
                .contains(">NUM</key>", ">N1</value>");
        assertThatThrownBy(() -> requests.entry(folder(X3Api.GRAPHQL), journal, "N1"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** An endpoint may be named at a pairing, long after the start. */
    @Test
    void fillsInTheEndpointOfTheMoment(@TempDir Path folder) throws IOException {
        copyTo(folder);
        Files.writeString(folder.resolve("graphql-create.graphql"), "mutation { ${variable.folder.endpoint} }\n");

        assertThat(with(folder).create(folder(X3Api.GRAPHQL).at("PAIRED"), journal("USD", "10.00")))
                .extracting(request -> ((GraphqlRequest) request).document())
                .isEqualTo("mutation { PAIRED }");
    }

    @ParameterizedTest
    @EnumSource
    void runsTheTemplatesAsTheyWereAtTheStart(X3Api api, @TempDir Path folder) throws IOException {
        copyTo(folder);
        X3Requests started = with(folder);
        for (TemplateFile file : TemplateFile.in(folder.toString())) {
            Files.writeString(file.path(), "{\"an edit\": that is not checked yet");
        }
        Journal journal = journal("USD", "10.00");

        assertThat(started.create(folder(api), journal)).isEqualTo(requests.create(folder(api), journal));
        assertThat(started.lookUp(folder(api), journal)).isEqualTo(requests.lookUp(folder(api), journal));
    }

    @Test
    void passesOnThatATemplateFailed(@TempDir Path folder) throws IOException {
        copyTo(folder);
        Files.writeString(folder.resolve("rest-create.jslt"), "{\"a\": error(\"broken\")}");
        X3Requests broken = with(folder);

        assertThatThrownBy(() -> broken.create(folder(X3Api.REST), journal("USD", "10.00")))
                .isInstanceOf(JsltException.class)
                .hasMessageContaining("broken");
    }

    @ParameterizedTest
    @CsvSource({"[]", "null", "'\"text\"'", "'{}'"})
    void sendsNothingThatIsNoObject(String template, @TempDir Path folder) throws IOException {
        copyTo(folder);
        Files.writeString(folder.resolve("rest-create.jslt"), template);
        X3Requests empty = with(folder);

        if (template.equals("{}")) {
            assertThat(empty.create(folder(X3Api.REST), journal("USD", "10.00")).text())
                    .isEqualTo("{}");
        } else {
            assertThatThrownBy(() -> empty.create(folder(X3Api.REST), journal("USD", "10.00")))
                    .isInstanceOf(JsltException.class)
                    .hasMessageContaining("no JSON object");
        }
    }

    private static X3Requests with(Path templates) {
        return new X3Requests(new StoreTemplates(Map.of("us", TemplateFolder.in(templates.toString()))));
    }

    private static void copyTo(Path folder) throws IOException {
        try (Stream<Path> shipped = Files.list(SHIPPED)) {
            for (Path file : shipped.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    static FolderSettings folder(X3Api api) {
        return folder(api, new EntryHeader(EntryStatus.TEMPORARY, Set.of(), "BPRVCR"));
    }

    private static FolderSettings folder(X3Api api, EntryHeader header) {
        return new FolderSettings(
                api,
                URI.create("http://x3.invalid"),
                "SEED",
                new Auth(Auth.Type.BASIC, null, null, "LEDGER", "p", null, null, null, Auth.TokenRequest.JSON, null),
                4,
                Duration.ofSeconds(30),
                LookUpPolicy.ALWAYS,
                1,
                new FolderSettings.Rest("GACCENTRY", "GACCENTRY", "LINES"),
                new GraphqlSettings("/xtrem/api", "x3Finance", "journalEntry", "sourceDocument"),
                new FolderSettings.Soap("WSGAS", "LEDGER", "ENG"),
                SHIPPED.toString(),
                NegativeAmounts.KEEP,
                header);
    }

    static Journal journal(String currency, String amount) {
        Currency money = Currency.getInstance(currency);
        BigDecimal owed = new BigDecimal(amount);
        JournalEntry entry = new JournalEntry(
                "BC250",
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.of(2026, 10, 31),
                money,
                "BigCommerce order 250",
                List.of(
                        new JournalLine(
                                "411000",
                                Role.RECEIVABLE,
                                Money.exactly(owed, money),
                                "Owed & <due>",
                                "WEB01",
                                Map.of("CCE1", "WEB")),
                        new JournalLine(
                                "707000",
                                Role.REVENUE,
                                Money.exactly(owed.negate(), money),
                                "A description of more than 30 characters",
                                null,
                                Map.of("CCE1", "WEB"))));
        return new Journal(
                1,
                "us",
                "x3|SEED",
                250,
                1,
                JournalState.PLANNED,
                new JournalDraft(JournalKind.ORDER, null, "1", entry, List.of(), null),
                0,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                JournalOrigin.UNKNOWN);
    }
}
