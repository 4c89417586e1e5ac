package io.ledgerbridge.sagex3.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An object as X3's web services take it: fields in groups, and tables of lines. */
public final class SoapObject {

    private SoapObject() {}

    /**
     * What a template yielded, as X3's XML.
     *
     * @param groups by their names: an object for a group's fields, an array of objects for a table's lines
     */
    public static String xml(JsonNode groups) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = SoapEnvelope.XML.createXMLStreamWriter(text);
            xml.writeStartElement("PARAM");
            for (var group : groups.properties()) {
                group(xml, group.getKey(), group.getValue());
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** Whether this is a group's fields, or a table's lines: an object has no deeper levels. */
    public static boolean isGroupOrTable(JsonNode content) {
        return content.isArray()
                ? StreamSupport.stream(content.spliterator(), false).allMatch(SoapObject::isFlat)
                : isFlat(content);
    }

    private static boolean isFlat(JsonNode node) {
        return node.isObject()
                && node.properties().stream().allMatch(field -> field.getValue().isValueNode());
    }

    private static void group(XMLStreamWriter xml, String name, JsonNode content) throws XMLStreamException {
        xml.writeStartElement(content.isArray() ? "TAB" : "GRP");
        xml.writeAttribute("ID", name);
        if (content.isArray()) {
            for (int line = 0; line < content.size(); line++) {
                xml.writeStartElement("LIN");
                xml.writeAttribute("NUM", Integer.toString(line + 1));
                fields(xml, content.get(line));
                xml.writeEndElement();
            }
        } else {
            fields(xml, content);
        }
        xml.writeEndElement();
    }

    private static void fields(XMLStreamWriter xml, JsonNode fields) throws XMLStreamException {
        for (var field : fields.properties()) {
            xml.writeStartElement("FLD");
            xml.writeAttribute("NAME", field.getKey());
            xml.writeCharacters(SoapEnvelope.allowed(field.getValue().asText()));
            xml.writeEndElement();
        }
    }
}
