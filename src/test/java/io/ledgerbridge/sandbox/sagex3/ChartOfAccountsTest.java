package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a folder's accounts and fields refuse, in the manner of each interface. */
class ChartOfAccountsTest {

    private static final SageX3Sandbox SANDBOX = SageX3Sandbox.start(0);
    private static final String LONG = "A text of one and thirty letters";

    private final X3Client client = new X3Client(SANDBOX.url());

    private enum Way {
        GRAPHQL("\"severity\":3", "\"message\":\"%s\""),
        REST("\"$severity\":\"error\"", "\"$message\":\"%s\""),
        SOAP("<status xsi:type=\"xsd:int\">0</status>", "<type>3</type><message>%s</message>");

        private final String error;
        private final String message;

        Way(String error, String message) {
            this.error = error;
            this.message = message;
        }
    }

    private static final EntryDraft GOOD = new EntryDraft(
            "ODGEN",
            "",
            "FR011",
            "SAL",
            LocalDate.of(2026, 11, 2),
            "EUR",
            "BC301",
            "Order 301",
            1,
            List.of(
                    line("411000", "WEB01", 1, "120.00", Map.of(), ""),
                    line("707000", "", -1, "100.00", Map.of("CCE1", "WEB", "CCE2", "MAIN"), "FR20"),
                    line("445710", "", -1, "20.00", Map.of(), "FR20")));

    @BeforeEach
    void setUp() {
        SANDBOX.ledger()
                .folder("SEED")
                .taxCodes("FR20", "EXP0")
                .accounts(
                        AccountRules.of("411000").controlled().refusing("CCE2"),
                        AccountRules.of("707000")
                                .demanding("CCE1", "CCE2")
                                .withTaxCode()
                                .barredFrom("OD"),
                        AccountRules.of("445710").withTaxCode());
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatTheAccountsAskFor(Way way) throws Exception {
        assertThat(post(way, GOOD).body()).contains("FR011").doesNotContain(way.error);
        assertThat(SANDBOX.ledger().entries("SEED"))
                .last()
                .satisfies(entry -> assertThat(entry.lines())
                        .extracting(PostedEntry.Line::taxCode)
                        .containsExactly("", "FR20", "FR20"));
    }

    private static Stream<Arguments> refusals() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                                refused("Line 2: ACC 707999: Record does not exist", with(1, account("707999"))),
                                refused("Line 1: BPR: Mandatory field for account 411000", with(0, partner(""))),
                                refused("Line 1: BPR NOBODY: Record does not exist", with(0, partner("NOBODY"))),
                                refused(
                                        "Line 2: CCE2: Mandatory field for account 707000",
                                        with(1, dimensions(Map.of("CCE1", "WEB")))),
                                refused(
                                        "Line 1: CCE2 MAIN: Not authorized for account 411000",
                                        with(0, dimensions(Map.of("CCE2", "MAIN")))),
                                refused("Line 3: TAX: Mandatory field for account 445710", with(2, taxCode(""))),
                                refused("Line 2: TAX FR99: Record does not exist", with(1, taxCode("FR99"))),
                                refused(
                                        "Line 3: DES " + LONG + ": Text too long, at most 30 characters",
                                        with(2, description(LONG))),
                                refused(
                                        "Line 2: ACC 707000: Not authorized for journal OD",
                                        header("OD", "BC301", "Order")),
                                refused(
                                        "DESVCR " + LONG + ": Text too long, at most 30 characters",
                                        header("SAL", "BC301", LONG)),
                                refused(
                                        "BPRVCR BC3010000000000000000: Text too long, at most 20 characters",
                                        header("SAL", "BC3010000000000000000", "Order")),
                                refused(
                                        "JOU SALES1: Text too long, at most 5 characters",
                                        header("SALES1", "BC301", "Order")))
                        .map(refused -> Arguments.of(way, refused.getKey(), refused.getValue())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refused(Way way, String words, EntryDraft draft) throws Exception {
        int before = SANDBOX.ledger().entries("SEED").size();

        assertThat(post(way, draft).body()).contains(way.error, way.message.formatted(words));

        assertThat(SANDBOX.ledger().entries("SEED")).hasSize(before);
    }

    @Test
    void takesAnyLineOnAnAccountWithoutRules() {
        assertThat(Ledger.of(Folder.seed()).post("SEED", with(1, taxCode(""))).diagnoses())
                .extracting(Diagnosis::message)
                .containsExactly("Line 3: TAX FR20: Record does not exist");
    }

    private interface Change {
        EntryDraft.Line of(EntryDraft.Line line);
    }

    private static Map.Entry<String, EntryDraft> refused(String words, EntryDraft draft) {
        return Map.entry(words, draft);
    }

    private static EntryDraft with(int index, Change change) {
        List<EntryDraft.Line> lines = new ArrayList<>(GOOD.lines());
        lines.set(index, change.of(lines.get(index)));
        return draft(GOOD.journal(), GOOD.reference(), GOOD.description(), lines);
    }

    private static EntryDraft header(String journal, String reference, String description) {
        return draft(journal, reference, description, GOOD.lines());
    }

    private static EntryDraft draft(String journal, String reference, String description, List<EntryDraft.Line> lines) {
        return new EntryDraft("ODGEN", "", "FR011", journal, GOOD.date(), "EUR", reference, description, 1, lines);
    }

    private static EntryDraft.Line line(
            String account, String partner, int sign, String amount, Map<String, String> dimensions, String tax) {
        return new EntryDraft.Line(account, partner, sign, new BigDecimal(amount), "Line", dimensions, tax);
    }

    private static Change account(String other) {
        return line -> line(other, line.businessPartner(), line.sign(), text(line), line.dimensions(), line.taxCode());
    }

    private static Change partner(String other) {
        return line -> line(line.account(), other, line.sign(), text(line), line.dimensions(), line.taxCode());
    }

    private static Change dimensions(Map<String, String> other) {
        return line -> line(line.account(), line.businessPartner(), line.sign(), text(line), other, line.taxCode());
    }

    private static Change taxCode(String other) {
        return line -> line(line.account(), line.businessPartner(), line.sign(), text(line), line.dimensions(), other);
    }

    private static Change description(String other) {
        return line -> new EntryDraft.Line(
                line.account(),
                line.businessPartner(),
                line.sign(),
                line.amount(),
                other,
                line.dimensions(),
                line.taxCode());
    }

    private static String text(EntryDraft.Line line) {
        return Objects.requireNonNull(line.amount()).toPlainString();
    }

    private HttpResponse<String> post(Way way, EntryDraft draft) throws Exception {
        return switch (way) {
            case GRAPHQL ->
                client.create("""
                    {"journalEntryType": "ODGEN", "site": "FR011", "journal": "%s", "accountingDate": "2026-11-02",
                     "transactionCurrency": "EUR", "sourceDocument": "%s", "description": "%s",
                     "journalEntryLines": [%s]}""".formatted(
                                draft.journal(), draft.reference(), draft.description(), lines(draft, this::graphQl)));
            case REST ->
                client.restCreate("""
                    {"TYP": "ODGEN", "FCY": "FR011", "JOU": "%s", "ACCDAT": "2026-11-02", "CUR": "EUR", "BPRVCR": "%s",
                     "DESVCR": "%s", "LINES": [%s]}""".formatted(
                                draft.journal(), draft.reference(), draft.description(), lines(draft, this::rest)));
            case SOAP -> soap(draft);
        };
    }

    private static String lines(EntryDraft draft, Function<EntryDraft.Line, String> form) {
        return draft.lines().stream().map(form).collect(Collectors.joining(","));
    }

    private String graphQl(EntryDraft.Line line) {
        return """
                {"account": "%s", "businessPartner": "%s", "sign": %d, "transactionAmount": "%s",
                 "lineDescription": "%s", "tax": "%s"%s}""".formatted(
                        line.account(),
                        line.businessPartner(),
                        line.sign(),
                        text(line),
                        line.description(),
                        line.taxCode(),
                        members(line));
    }

    private String rest(EntryDraft.Line line) {
        return """
                {"ACC": "%s", "BPR": "%s", "SNS": %d, "AMTCUR": %s, "DES": "%s", "TAX": "%s"%s}""".formatted(
                        line.account(),
                        line.businessPartner(),
                        line.sign(),
                        text(line),
                        line.description(),
                        line.taxCode(),
                        members(line));
    }

    private static String members(EntryDraft.Line line) {
        return line.dimensions().entrySet().stream()
                .map(each -> ", \"%s\": \"%s\"".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private HttpResponse<String> soap(EntryDraft draft) throws Exception {
        String object = "<PARAM><GRP ID=\"HAE0_1\">" + fields("FCY", "FR011", "TYP", "ODGEN", "ACCDAT", "20261102")
                + "</GRP><GRP ID=\"HAE0_2\">" + fields("JOU", draft.journal()) + "</GRP><GRP ID=\"HAE1_1\">"
                + fields("DESVCR", draft.description()) + "</GRP><GRP ID=\"HAE1_3\">"
                + fields("BPRVCR", draft.reference()) + "</GRP><GRP ID=\"HAE1_5\">" + fields("CUR", "EUR")
                + "</GRP><TAB ID=\"HAE2_1\">"
                + draft.lines().stream().map(ChartOfAccountsTest::row).collect(Collectors.joining()) + "</TAB></PARAM>";
        String envelope = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:wss="http://www.adonix.com/WSS"><soapenv:Body><wss:save>
                  <callContext><poolAlias>LEDGER</poolAlias></callContext><publicName>WSGAS</publicName>
                  <objectXml><![CDATA[%s]]></objectXml></wss:save></soapenv:Body></soapenv:Envelope>""";
        return client.send(client.request("/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC")
                .setHeader("Content-Type", "text/xml; charset=utf-8")
                .header("Authorization", X3Client.basic())
                .POST(HttpRequest.BodyPublishers.ofString(envelope.formatted(object)))
                .build());
    }

    private static String row(EntryDraft.Line line) {
        String dimensions = line.dimensions().entrySet().stream()
                .map(each -> fields(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return "<LIN>"
                + fields("ACC1", line.account(), "BPR", line.businessPartner())
                + fields(line.sign() > 0 ? "DEB" : "CDT", text(line), "DES", line.description())
                + fields("TAX", line.taxCode()) + dimensions + "</LIN>";
    }

    private static String fields(String... namesAndValues) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.append("<FLD NAME=\"%s\">%s</FLD>".formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return xml.toString();
    }
}
