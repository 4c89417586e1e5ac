package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.ledgerbridge.http.ExternalJson;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as Sage X3 is sent it and answers it: amounts never pass through binary fractions. */
public final class X3Json {

    public static final ObjectMapper MAPPER = ExternalJson.mapper()
            .nodeFactory(new BoundedNumbers())
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private X3Json() {}

    /** A decimal number is written on as plain text, so it is within bounds or the text is no answer. */
    private static final class BoundedNumbers extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        private static final int MOST = 40;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MOST) {
                throw new NumberFormatException("an exponent that no amount has");
            }
            return super.numberNode(
                    number.signum() == 0 && Math.abs((long) number.scale()) > MOST ? BigDecimal.ZERO : number);
        }
    }

    /** The object that a text is; nothing where it is none, such as HTML or half a body. */
    public static Optional<JsonNode> object(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return Optional.empty();
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
