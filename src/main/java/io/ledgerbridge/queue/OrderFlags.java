package io.ledgerbridge.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order's flags as its row keeps them. */
public final class OrderFlags {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderFlags() {}

    /** As text; nothing where there are none. */
    static @Nullable String text(List<OrderFlag> flags) {
        try {
            return flags.isEmpty() ? null : JSON.writeValueAsString(flags);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Those that a row keeps. */
    public static List<OrderFlag> of(@Nullable String text) {
        try {
            return text == null ? List.of() : JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
