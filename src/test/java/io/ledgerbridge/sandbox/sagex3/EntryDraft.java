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
        List<Line> lines,
        EntryExtras extras) {

    public EntryDraft {
        lines = List.copyOf(lines);
    }

    /** One that says nothing beside. */
    public EntryDraft(
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
        this(type, number, site, journal, date, currency, reference, description, status, lines, EntryExtras.NONE);
    }

    /** @param header under X3's names */
    static EntryDraft of(Map<String, String> header, @Nullable LocalDate date, List<Line> lines) {
        String status = header.getOrDefault("STA", "");
        return new EntryDraft(
                header.getOrDefault("TYP", ""),
                header.getOrDefault("NUM", ""),
                header.getOrDefault("FCY", ""),
                header.getOrDefault("JOU", ""),
                date,
                header.getOrDefault("CUR", ""),
                header.getOrDefault("BPRVCR", ""),
                header.getOrDefault("DESVCR", ""),
                status.isEmpty() ? 1 : Integer.parseInt(status),
                lines,
                EntryExtras.of(header));
    }

    /** Whether a line's field is one of the dimension types that it has room for. */
    static boolean isDimension(String field) {
        return field.matches("CCE[1-9]");
    }

    public record Line(
            String account,
            String businessPartner,
            int sign,
            @Nullable BigDecimal amount,
            String description,
            Map<String, String> dimensions,
            String taxCode) {

        public Line {
            dimensions = Map.copyOf(dimensions);
        }

        /** Without a tax code. */
        public Line(
                String account,
                String businessPartner,
                int sign,
                @Nullable BigDecimal amount,
                String description,
                Map<String, String> dimensions) {
            this(account, businessPartner, sign, amount, description, dimensions, "");
        }
    }
}
