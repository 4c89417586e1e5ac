package io.ledgerbridge.sagex3.soap;

import io.ledgerbridge.sagex3.FolderSettings;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One call, RPC/encoded, in the namespace http://www.adonix.com/WSS. */
public final class SoapEnvelope {

    static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SoapEnvelope(String operation, FolderSettings.Soap soap) throws XMLStreamException {
        xml = XML.createXMLStreamWriter(text);
        xml.writeStartElement("soapenv", "Envelope", SOAP);
        xml.writeNamespace("soapenv", SOAP);
        xml.writeNamespace("soapenc", ENCODING);
        xml.writeNamespace("xsi", INSTANCE);
        xml.writeNamespace("xsd", "http://www.w3.org/2001/XMLSchema");
        xml.writeNamespace("wss", "http://www.adonix.com/WSS");
        xml.writeStartElement("soapenv", "Body", SOAP);
        xml.writeStartElement("wss", operation, "http://www.adonix.com/WSS");
        xml.writeAttribute("soapenv", SOAP, "encodingStyle", ENCODING);
        context(soap);
        text("publicName", "xsd:string", soap.publicName());
    }

    public static SoapEnvelope of(String operation, FolderSettings.Soap soap) {
        try {
            return new SoapEnvelope(operation, soap);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public SoapEnvelope text(String name, String type, String value) {
        try {
            start(name, type);
            xml.writeCharacters(allowed(value));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public SoapEnvelope keys(Map<String, String> keys) {
        try {
            start("objectKeys", "wss:ArrayOfCAdxParamKeyValue");
            xml.writeAttribute("soapenc", ENCODING, "arrayType", "wss:CAdxParamKeyValue[%d]".formatted(keys.size()));
            for (Map.Entry<String, String> key : keys.entrySet()) {
                start("keys", "wss:CAdxParamKeyValue");
                text("key", "xsd:string", key.getKey());
                text("value", "xsd:string", key.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String end() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void context(FolderSettings.Soap soap) throws XMLStreamException {
        start("callContext", "wss:CAdxCallContext");
        text("codeLang", "xsd:string", soap.language());
        text("poolAlias", "xsd:string", soap.poolAlias());
        text("poolId", "xsd:string", "");
        text("requestConfig", "xsd:string", "");
        xml.writeEndElement();
    }

    private void start(String name, String type) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("xsi", INSTANCE, "type", type);
    }

    /** XML 1.0 has no way to write most control characters; X3 could not read an envelope with one. */
    static String allowed(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }
}
