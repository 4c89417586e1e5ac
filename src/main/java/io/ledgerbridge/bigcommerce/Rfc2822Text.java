package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes dates as the V2 API does ({@code Tue, 5 Mar 2019 21:40:11 GMT}), to the second. */
final class Rfc2822Text extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1L;

    Rfc2822Text() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
    }
}
