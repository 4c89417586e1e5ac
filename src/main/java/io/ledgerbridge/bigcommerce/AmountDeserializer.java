package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts and quantities: decimal texts in V2, binary fractions in V3; an empty text is none. One that is larger
 * or finer than any amount is {@link Beyond}.
 */
final class AmountDeserializer extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    /** A number that is one, and beyond what is taken for an amount. */
    static final class Beyond extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Beyond(JsonParser parser, String words) {
            super(parser, words);
        }

        ParkReason reason(String what) {
            return new ParkReason(
                    ParkCode.UNREADABLE,
                    "BigCommerce: %s: %s %s".formatted(what, JsonWords.path(this), getOriginalMessage()),
                    "Mend the amount in BigCommerce, then work the order again.");
        }
    }

    AmountDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return bounded(parser, () -> Decimals.boundedBinary(decimal(parser)));
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[-+0-9.eE]+")) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "…", "not a number");
        }
        return bounded(parser, () -> Decimals.read(text));
    }

    private interface Read {
        BigDecimal now();
    }

    private static BigDecimal decimal(JsonParser parser) {
        try {
            return parser.getDecimalValue();
        } catch (IOException beyond) {
            throw new NumberFormatException("has more digits than are looked at");
        }
    }

    private static BigDecimal bounded(JsonParser parser, Read number) throws Beyond {
        try {
            return number.now();
        } catch (NumberFormatException beyond) {
            throw new Beyond(parser, String.valueOf(beyond.getMessage()));
        }
    }
}
