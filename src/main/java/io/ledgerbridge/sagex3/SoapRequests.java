package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls of CAdxWebServiceXmlCC: the envelope is the same for every folder, and what it holds is a template's. */
@Component
public class SoapRequests {

    /** Two are enough to see that there is more than one. */
    private static final String LIST_SIZE = "2";

    /** Saves an object, of which a template yielded the groups and tables. */
    public String save(FolderSettings folder, String yielded) {
        return SoapEnvelope.of("save", folder.soap())
                .text("objectXml", "xsd:string", SoapObject.xml(JournalRequests.yielded(yielded)))
                .end();
    }

    /** Asks which objects have the keys that a template yielded. */
    public String query(FolderSettings folder, String yielded) {
        SoapEnvelope envelope = SoapEnvelope.of("query", folder.soap());
        Map<String, String> keys = keys(JournalRequests.yielded(yielded));
        return envelope.keys(keys).text("listSize", "xsd:int", LIST_SIZE).end();
    }

    /** Asks for the whole of an entry. */
    public String read(FolderSettings folder, Journal journal, String number) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("TYP", journal.entry().entryType());
        keys.put("NUM", number);
        return SoapEnvelope.of("read", folder.soap()).keys(keys).end();
    }

    private static Map<String, String> keys(JsonNode yielded) {
        Map<String, String> keys = new LinkedHashMap<>();
        yielded.properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
        return keys;
    }
}
