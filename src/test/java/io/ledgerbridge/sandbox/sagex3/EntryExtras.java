package io.ledgerbridge.sandbox.sagex3;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's header may say beside.
 *
 * @param documentDate BPRDATVCR; of one that is asked for, null where it says nothing: then that of the entry
 * @param rateDate RATDAT, likewise
 * @param secondReference REFINT, which X3 indexes; empty where none came
 */
public record EntryExtras(
        @Nullable LocalDate documentDate, @Nullable LocalDate rateDate, String secondReference) {

    static final EntryExtras NONE = new EntryExtras(null, null, "");

    /**
     * Those of a header under X3's names.
     *
     * @throws IllegalArgumentException for what is no date
     */
    static EntryExtras of(Map<String, String> header) {
        return new EntryExtras(date(header, "BPRDATVCR"), date(header, "RATDAT"), header.getOrDefault("REFINT", ""));
    }

    /** As X3 keeps them. */
    EntryExtras of(LocalDate accountingDate) {
        return new EntryExtras(
                documentDate == null ? accountingDate : documentDate,
                rateDate == null ? accountingDate : rateDate,
                secondReference);
    }

    void addTo(Map<String, String> header) {
        header.put("BPRDATVCR", String.valueOf(documentDate));
        header.put("RATDAT", String.valueOf(rateDate));
        header.put("REFINT", secondReference);
    }

    private static @Nullable LocalDate date(Map<String, String> header, String field) {
        String text = header.getOrDefault(field, "");
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(
                            text,
                            text.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Property '%s': date expected, not %s".formatted(field, text), e);
        }
    }
}
