package io.ledgerbridge.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a line that was kept when an order was set aside; older ones have a role, and neither tender nor tax code. */
final class KeptLine extends StdDeserializer<JournalLine> {

    private static final long serialVersionUID = 1L;

    private record Row(
            String account,
            @Nullable Purpose purpose,
            @Nullable Role role,
            Money amount,
            String description,
            @Nullable String businessPartner,
            Map<String, String> dimensions,
            @Nullable String taxCode) {

        JournalLine line() {
            return new JournalLine(
                    account,
                    purpose != null ? purpose : Purpose.of(Objects.requireNonNull(role)),
                    amount,
                    description,
                    businessPartner,
                    dimensions,
                    taxCode);
        }
    }

    KeptLine() {
        super(JournalLine.class);
    }

    @Override
    public JournalLine deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return context.readValue(parser, Row.class).line();
    }
}
