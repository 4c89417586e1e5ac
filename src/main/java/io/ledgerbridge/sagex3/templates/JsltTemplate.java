package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.ledgerbridge.sagex3.X3Json;
import java.io.StringReader;

/** A template in JSLT, compiled once. It may be used by several threads at once. */
public record JsltTemplate(TemplateFile file, Expression compiled) {

    /** Numbers are read exactly, and without zeros at their end: 10.00 is 10. */
    private static final ObjectMapper INPUT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** @throws JsltException if it can't be compiled */
    static JsltTemplate of(TemplateFile file) {
        return new JsltTemplate(
                file,
                new Parser(new StringReader(file.text()))
                        .withFunctions(TemplateFunctions.ALL)
                        .compile());
    }

    /**
     * What it makes of an input; a JSON null if it makes nothing.
     *
     * @throws JsltException if it fails on that input
     */
    JsonNode apply(String input) {
        try {
            return compiled.apply(INPUT.readTree(input));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The object that it makes of an input, as it is sent: its amounts are written in plain digits.
     *
     * @throws JsltException if it fails on that input, or makes something else than an object
     */
    public JsonNode object(String input) {
        String made = apply(input).toString();
        return X3Json.object(made)
                .orElseThrow(() -> new JsltException(
                        "%s yields no JSON object: %s".formatted(file.name(), made.equals("null") ? "nothing" : made)));
    }
}
