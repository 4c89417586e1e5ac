package io.ledgerbridge.sagex3.soap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sagex3.X3Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Objects as X3's web services answer them, in the form in which templates read them: the fields of all groups together,
 * of two with one name the first, and each table as an array of lines under its own name.
 */
public final class SoapEntries {

    private SoapEntries() {}

    /** The lines of a list, or the one object; none where a result holds no field. */
    static List<JsonNode> of(Document result) {
        Element root = result.getDocumentElement();
        List<Element> listed = SoapXml.all(root, "LIN").stream()
                .filter(line -> !isInTable(line))
                .toList();
        if (!listed.isEmpty()) {
            return listed.stream().map(SoapEntries::entry).toList();
        }
        JsonNode only = entry(root);
        return only.isEmpty() ? List.of() : List.of(only);
    }

    private static boolean isInTable(Element line) {
        Node parent = line.getParentNode();
        while (parent != null && !"TAB".equals(parent.getLocalName())) {
            parent = parent.getParentNode();
        }
        return parent != null;
    }

    private static JsonNode entry(Element within) {
        ObjectNode entry = X3Json.MAPPER.createObjectNode();
        fields(within, entry);
        return entry;
    }

    /** An object as it is sent, in the form in which it would be answered. */
    public static ObjectNode asAnswered(JsonNode groups) {
        ObjectNode entry = X3Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> group : groups.properties()) {
            if (group.getValue().isArray()) {
                entry.set(group.getKey(), group.getValue());
            } else {
                group.getValue().properties().forEach(field -> entry.putIfAbsent(field.getKey(), field.getValue()));
            }
        }
        return entry;
    }

    private static void fields(Element within, ObjectNode entry) {
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)) {
                continue;
            }
            if ("FLD".equals(element.getLocalName())) {
                if (!entry.has(element.getAttribute("NAME"))) {
                    entry.put(
                            element.getAttribute("NAME"),
                            element.getTextContent().strip());
                }
            } else if ("TAB".equals(element.getLocalName())) {
                ArrayNode lines = entry.withArray(element.getAttribute("ID"));
                children(element, "LIN").forEach(line -> fields(line, lines.addObject()));
            } else {
                fields(element, entry);
            }
        }
    }

    private static List<Element> children(Element within, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }
}
