package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.soap.SoapEnvelope;
import io.ledgerbridge.sagex3.soap.SoapObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of CAdxWebServiceXmlCC: the envelope is the same for every folder, and what it holds is a template's.
 *
 * @param operation {@code query}, {@code read} or {@code save}
 */
public record SoapRequest(String operation, String envelope) implements X3Request {

    /** Two are enough to see that there is more than one. */
    private static final String LIST_SIZE = "2";

    /** Saves an object, of which a template yielded the groups and tables. */
    static SoapRequest forSave(FolderSettings.Soap soap, JsonNode yielded) {
        String object = SoapObject.xml(yielded);
        return of("save", SoapEnvelope.of("save", soap).text("objectXml", "xsd:string", object));
    }

    /** Asks which objects have the keys that a template yielded. */
    static SoapRequest forQuery(FolderSettings.Soap soap, JsonNode yielded) {
        Map<String, String> keys = new LinkedHashMap<>();
        yielded.properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
        return of("query", SoapEnvelope.of("query", soap).keys(keys).text("listSize", "xsd:int", LIST_SIZE));
    }

    /** Asks for the whole of an entry. */
    static SoapRequest forRead(FolderSettings.Soap soap, Journal journal, String number) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("TYP", journal.entry().entryType());
        keys.put("NUM", number);
        return of("read", SoapEnvelope.of("read", soap).keys(keys));
    }

    private static SoapRequest of(String operation, SoapEnvelope envelope) {
        return new SoapRequest(operation, envelope.end());
    }

    @Override
    public String text() {
        return envelope;
    }
}
