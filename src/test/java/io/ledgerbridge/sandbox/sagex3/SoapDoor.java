package io.ledgerbridge.sandbox.sagex3;

import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * SOAP, RPC/encoded, on object GAS. As in published traces, a message is no child of its answer but a {@code multiRef}
 * beside it, and the result is XML within a CDATA section.
 */
final class SoapDoor implements Door {

    private static final String PATH = "/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC";
    private static final String NO_MESSAGES = messages(0, "/>");
    private static final int ERROR = 3;
    private static final int WARNING = 2;

    private static final String ENVELOPE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"\
             xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
             xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wss="http://www.adonix.com/WSS">\
            <soapenv:Body>%s</soapenv:Body></soapenv:Envelope>""";

    private static final String ANSWER = """
            <wss:%1$sResponse soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">\
            <%1$sReturn xsi:type="wss:CAdxResultXml">%2$s%3$s<status xsi:type="xsd:int">%4$d</status>\
            </%1$sReturn></wss:%1$sResponse>""";

    private static final String NO_RESULT = "<resultXml xsi:type=\"xsd:string\" xsi:nil=\"true\"/>";

    private final Ledger ledger;

    SoapDoor(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(PATH);
    }

    @Override
    public boolean takesBasic() {
        return true;
    }

    @Override
    public Call read(Request request) {
        SoapRequest call;
        try {
            call = SoapRequest.of(request.body());
        } catch (IllegalArgumentException e) {
            return new Call(Call.Api.SOAP, Call.Kind.OTHER, "", "");
        }
        Folder folder = ledger.findByPool(call.poolAlias());
        Call.Kind kind = kindOf(call.operation());
        return new Call(
                Call.Api.SOAP,
                kind,
                folder == null ? "" : folder.name(),
                kind == Call.Kind.CREATE ? referenceOf(call) : "");
    }

    @Override
    public Reply answer(Request request) {
        SoapRequest call;
        try {
            call = SoapRequest.of(request.body());
        } catch (IllegalArgumentException e) {
            return fault(String.valueOf(e.getMessage()));
        }
        Folder folder = ledger.findByPool(call.poolAlias());
        if (folder == null) {
            return fault("Pool %s does not exist".formatted(call.poolAlias()));
        }
        if (!call.publicName().equals("WSGAS")) {
            return failed(call.operation(), List.of("Web service %s not published".formatted(call.publicName())));
        }
        try {
            return answer(call, folder);
        } catch (IllegalArgumentException e) {
            return failed(call.operation(), List.of(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Reply refuse(Call call, String words) {
        return failed(operationOf(call.kind()), List.of(words));
    }

    @Override
    public Reply spoil(Reply answer, Fault fault) {
        String body = answer.body();
        String spoilt = switch (fault.way()) {
            case DONE_WITHOUT_NUMBER -> body.replaceAll("(<FLD NAME=\"NUM\" TYPE=\"Char\">)[^<]*", "$1");
            case DONE_WITH_ERROR -> withMessage(body, ERROR, fault.words());
            case DONE_WITH_WARNING -> withMessage(body, WARNING, fault.words());
            case DONE_WITH_PARTIAL_DATA -> body.replaceAll("(?s)<resultXml.*</resultXml>", NO_RESULT);
            default -> throw new IllegalArgumentException(fault.way().toString());
        };
        return new Reply(answer.status(), answer.headers(), spoilt);
    }

    private Reply answer(SoapRequest call, Folder folder) {
        return switch (kindOf(call.operation())) {
            case CREATE -> save(call, folder);
            case DETAILS -> read(call, folder);
            case LOOK_UP -> query(call, folder);
            default -> fault("Operation %s does not exist".formatted(call.operation()));
        };
    }

    private Reply save(SoapRequest call, Folder folder) {
        Posting posting = ledger.post(folder.name(), EntryObject.draftOf(call.objectXml()));
        PostedEntry entry = posting.entry();
        return entry == null
                ? failed(
                        call.operation(),
                        posting.diagnoses().stream().map(Diagnosis::message).toList())
                : done(call.operation(), EntryObject.details(entry, folder));
    }

    private Reply read(SoapRequest call, Folder folder) {
        PostedEntry entry = ledger.find(
                folder.name(), call.keys().getOrDefault("TYP", ""), call.keys().getOrDefault("NUM", ""));
        return entry == null
                ? failed(call.operation(), List.of("Record does not exist"))
                : done(call.operation(), EntryObject.details(entry, folder));
    }

    private Reply query(SoapRequest call, Folder folder) {
        for (String key : call.keys().keySet()) {
            if (!EntryObject.SELECTABLE.contains(key)) {
                throw new IllegalArgumentException("Key %s not found".formatted(key));
            }
        }
        int listSize = call.listSize().isEmpty() ? 20 : Integer.parseInt(call.listSize());
        List<PostedEntry> found = ledger.entries(folder.name(), call.keys().get("BPRVCR")).stream()
                .filter(entry -> hasAll(EntryObject.header(entry), call.keys()))
                .limit(listSize)
                .toList();
        return done(call.operation(), EntryObject.list(found, listSize));
    }

    /** An empty key selects all. */
    private static boolean hasAll(Map<String, String> header, Map<String, String> keys) {
        return keys.entrySet().stream()
                .allMatch(key -> key.getValue().isEmpty() || key.getValue().equals(header.get(key.getKey())));
    }

    private static Call.Kind kindOf(String operation) {
        return switch (operation) {
            case "save" -> Call.Kind.CREATE;
            case "read" -> Call.Kind.DETAILS;
            case "query" -> Call.Kind.LOOK_UP;
            default -> Call.Kind.OTHER;
        };
    }

    private static String operationOf(Call.Kind kind) {
        return switch (kind) {
            case DETAILS -> "read";
            case LOOK_UP -> "query";
            default -> "save";
        };
    }

    private static String referenceOf(SoapRequest call) {
        try {
            return EntryObject.draftOf(call.objectXml()).reference();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Reply done(String operation, String result) {
        String xml =
                "<resultXml xsi:type=\"xsd:string\"><![CDATA[<?xml version=\"1.0\" encoding=\"UTF-8\"?>%s]]></resultXml>"
                        .formatted(result);
        return envelope(200, ANSWER.formatted(operation, NO_MESSAGES, xml, 1));
    }

    private static Reply failed(String operation, List<String> messages) {
        StringBuilder references = new StringBuilder();
        StringBuilder beside = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            references.append("<messages href=\"#id%d\"/>".formatted(i));
            beside.append(message(i, ERROR, messages.get(i)));
        }
        String array = messages(messages.size(), ">" + references + "</messages>");
        return envelope(200, ANSWER.formatted(operation, array, NO_RESULT, 0) + beside);
    }

    private static String withMessage(String body, int type, String words) {
        return body.replaceFirst(
                        NO_MESSAGES.replace("[", "\\[").replace("]", "\\]"),
                        Matcher.quoteReplacement(messages(1, "><messages href=\"#id0\"/></messages>")))
                .replace("</soapenv:Body>", message(0, type, words) + "</soapenv:Body>");
    }

    private static String messages(int count, String rest) {
        return "<messages xsi:type=\"soapenc:Array\" soapenc:arrayType=\"wss:CAdxMessage[%d]\"%s"
                .formatted(count, rest);
    }

    private static String message(int id, int type, String words) {
        return "<multiRef id=\"id%d\" soapenc:root=\"0\" xsi:type=\"wss:CAdxMessage\"><type>%d</type><message>%s</message></multiRef>"
                .formatted(id, type, SoapXml.escaped(words));
    }

    private static Reply fault(String words) {
        return envelope(
                500,
                "<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>%s</faultstring></soapenv:Fault>"
                        .formatted(SoapXml.escaped(words)));
    }

    private static Reply envelope(int status, String body) {
        return Reply.of(status, "text/xml; charset=utf-8", ENVELOPE.formatted(body));
    }
}
