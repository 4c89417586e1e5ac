package io.ledgerbridge.sandbox.sagex3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.xml.DomUtils;
import org.w3c.dom.Element;

/**
 * A call of CAdxWebServiceXmlCC.
 *
 * @param operation {@code save}, {@code read}, {@code query}, or another
 * @param objectXml of a save, as text
 * @param keys of a read or a query
 */
record SoapRequest(
        String operation,
        String poolAlias,
        String publicName,
        String objectXml,
        Map<String, String> keys,
        String listSize) {

    static final String NAMESPACE = "http://www.adonix.com/WSS";

    SoapRequest {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads an envelope.
     *
     * @throws IllegalArgumentException where it isn't one
     */
    static SoapRequest of(String envelope) {
        Element body = DomUtils.getChildElementByTagName(SoapXml.parse(envelope), "Body");
        List<Element> calls = body == null ? List.of() : DomUtils.getChildElements(body);
        if (calls.isEmpty() || !NAMESPACE.equals(calls.get(0).getNamespaceURI())) {
            throw new IllegalArgumentException("No operation of " + NAMESPACE + " in the body");
        }
        Element call = calls.get(0);
        Element context = DomUtils.getChildElementByTagName(call, "callContext");
        return new SoapRequest(
                String.valueOf(call.getLocalName()),
                context == null ? "" : SoapXml.text(context, "poolAlias"),
                SoapXml.text(call, "publicName"),
                SoapXml.text(call, "objectXml"),
                keysOf(call),
                SoapXml.text(call, "listSize"));
    }

    /** Keys as items with key and value, or as key and value in turn: programs send both. */
    private static Map<String, String> keysOf(Element call) {
        List<Element> parts = new ArrayList<>();
        for (Element keys : DomUtils.getChildElementsByTagName(call, "objectKeys")) {
            for (Element part : DomUtils.getChildElements(keys)) {
                List<Element> inner = DomUtils.getChildElements(part);
                parts.addAll(inner.isEmpty() ? List.of(part) : inner);
            }
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            keys.put(
                    parts.get(i).getTextContent().strip(),
                    parts.get(i + 1).getTextContent().strip());
        }
        return keys;
    }
}
