package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as X3 is asked to post it, whichever way it came. A missing text is empty.
 *
 * @param number empty for the counter to give one
 * @param status 1 temporary, 2 final
 */
public record EntryDraft(
        String type,
        String number,
        String site,
        String journal,
        @Nullable LocalDate date,
        String currency,
        String reference,
        String description,
        int status,
        List<Line> lines) {

    public EntryDraft {
        lines = List.copyOf(lines);
    }

    public record Line(
            String account,
            String businessPartner,
            int sign,
            @Nullable BigDecimal amount,
            String description,
            Map<String, String> dimensions) {

        public Line {
            dimensions = Map.copyOf(dimensions);
        }
    }
}
