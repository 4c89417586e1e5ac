package io.ledgerbridge.routes.x3;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A web service published from object GAS: {@code save}, {@code query} and {@code read}. */
final class SoapApi {

    static final String PATH = "/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC";

    private static final String ENVELOPE = """
            <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope \
            xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wss="http://www.adonix.com/WSS"><soapenv:Body>\
            <wss:callResponse><callReturn><messages>%s</messages><resultXml>%s</resultXml><status>%d</status>\
            </callReturn></wss:callResponse></soapenv:Body></soapenv:Envelope>""";

    private final Ledger ledger;

    SoapApi(Ledger ledger) {
        this.ledger = ledger;
    }

    static boolean isSave(String body) {
        return body.contains("<wss:save");
    }

    static boolean isRead(String body) {
        return body.contains("<wss:read");
    }

    Answer answer(String body) {
        Document call = parse(body);
        if (isSave(body)) {
            return save(parse(text(call.getDocumentElement(), "objectXml")));
        }
        Map<String, String> keys = new TreeMap<>();
        for (Element key : all(call.getDocumentElement(), "keys")) {
            keys.put(text(key, "key"), text(key, "value"));
        }
        return isRead(body) ? read(keys) : query(keys);
    }

    private Answer save(Document object) {
        Element root = object.getDocumentElement();
        List<PostedEntry.Line> lines =
                all(root, "LIN").stream().map(SoapApi::line).toList();
        Ledger.Outcome outcome = ledger.post(new PostedEntry(
                "SEED",
                field(root, "TYP"),
                "",
                field(root, "FCY"),
                field(root, "JOU"),
                LocalDate.parse(field(root, "ACCDAT"), DateTimeFormatter.BASIC_ISO_DATE),
                field(root, "CUR"),
                field(root, "BPRVCR"),
                field(root, "DESVCR"),
                lines));
        PostedEntry posted = outcome.posted();
        return posted == null
                ? answer(
                        outcome.refusals().stream()
                                .map(words -> message(3, words))
                                .collect(Collectors.joining()),
                        "",
                        0)
                : answer("", shown(posted), 1);
    }

    private Answer query(Map<String, String> keys) {
        String found = ledger.entries("SEED").stream()
                .filter(entry -> entry.type().equals(keys.get("TYP"))
                        && entry.reference().equals(keys.get("BPRVCR")))
                .limit(2)
                .map(entry -> "<LIN>" + head(entry) + "</LIN>")
                .collect(Collectors.joining());
        return answer("", "<RESULT>" + found + "</RESULT>", 1);
    }

    private Answer read(Map<String, String> keys) {
        return ledger.entries("SEED").stream()
                .filter(entry ->
                        entry.type().equals(keys.get("TYP")) && entry.number().equals(keys.get("NUM")))
                .findFirst()
                .map(entry -> answer("", shown(entry), 1))
                .orElseGet(() -> answer(message(3, "Record does not exist"), "", 0));
    }

    /** An answer with a message of that type in it. */
    static Answer told(Answer answer, int type, String word) {
        String body = answer.body().replace("</messages>", message(type, "A " + word) + "</messages>");
        return new Answer(answer.status(), answer.contentType(), body, answer.headers());
    }

    private static PostedEntry.Line line(Element line) {
        Map<String, String> dimensions = new TreeMap<>();
        for (Element field : all(line, "FLD")) {
            if (field.getAttribute("NAME").matches("CCE[1-9]")) {
                dimensions.put(field.getAttribute("NAME"), field.getTextContent());
            }
        }
        String debit = field(line, "DEB");
        String partner = field(line, "BPR");
        return new PostedEntry.Line(
                field(line, "ACC1"),
                partner.isEmpty() ? null : partner,
                debit.isEmpty() ? -1 : 1,
                new BigDecimal(debit.isEmpty() ? field(line, "CDT") : debit),
                field(line, "DES"),
                dimensions);
    }

    private static String head(PostedEntry entry) {
        return fields(Map.of(
                "TYP", entry.type(),
                "NUM", entry.number(),
                "ACCDAT", entry.date().format(DateTimeFormatter.BASIC_ISO_DATE),
                "CUR", entry.currency(),
                "BPRVCR", entry.reference()));
    }

    private static String shown(PostedEntry entry) {
        String lines = entry.lines().stream()
                .map(line -> "<LIN>"
                        + fields(Map.of(
                                "ACC1",
                                line.account(),
                                line.sign() > 0 ? "DEB" : "CDT",
                                line.amount().toPlainString()))
                        + "</LIN>")
                .collect(Collectors.joining());
        return "<RESULT><GRP ID=\"HAE0_1\">" + head(entry) + "</GRP><TAB ID=\"HAE2_1\">" + lines + "</TAB></RESULT>";
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<FLD NAME=\"%s\">%s</FLD>".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
    }

    private static String message(int type, String words) {
        return "<messages><type>%d</type><message>%s</message></messages>".formatted(type, words);
    }

    private static Answer answer(String messages, String result, int status) {
        String xml = result.isEmpty() ? "" : "<![CDATA[" + result + "]]>";
        return new Answer(200, "text/xml; charset=utf-8", ENVELOPE.formatted(messages, xml, status), Map.of());
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element within, String name) {
        return all(within, name).get(0).getTextContent();
    }

    private static String field(Element within, String name) {
        return all(within, "FLD").stream()
                .filter(field -> field.getAttribute("NAME").equals(name))
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }
}
