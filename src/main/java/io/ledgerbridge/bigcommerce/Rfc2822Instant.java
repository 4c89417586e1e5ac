package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the dates of the V2 API ({@code Tue, 05 Mar 2019 21:40:11 +0000}); an empty one is none. */
final class Rfc2822Instant extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    Rfc2822Instant() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notRfc2822) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an RFC 2822 date");
        }
    }
}
