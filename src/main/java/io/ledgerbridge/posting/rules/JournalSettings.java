package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.NegativeAmounts;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.convert.Delimiter;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * How a store's journals are written.
 *
 * @param prefix begins every reference
 * @param start orders created before this day make no entry, unless a backfill asks for them
 * @param zone in which an instant becomes an accounting date
 * @param negativeAmounts how an amount below zero is written
 * @param closedPeriodTexts how this X3 says that a period, a fiscal year or a journal is closed
 * @param passingRefusalTexts how this X3 words a refusal that passes, such as of a record that somebody locks
 * @param refundRate whose day gives a refund its exchange rate
 * @param status as which an entry is created, where the interface lets it be said
 * @param roundingLimit the largest difference that may be rounding, in smallest units of the order's currency
 */
public record JournalSettings(
        @DefaultValue("BC") @jakarta.validation.constraints.Pattern(regexp = "[A-Z0-9]{0,3}[A-Z]", message = PREFIX)
        String prefix,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate start,

        @NotNull @Code(5) String entryType,
        @NotNull @Code(5) String code,
        @NotNull @Code(5) String site,
        @Name("time-zone") @NotNull ZoneId zone,
        @DefaultValue("immediate") Recognition recognition,
        @DefaultValue("keep") NegativeAmounts negativeAmounts,
        @DefaultValue("park") ClosedPeriod closedPeriod,

        @DefaultValue({
            ClosedPeriodTexts.ENGLISH,
            ClosedPeriodTexts.FRENCH,
            ClosedPeriodTexts.GERMAN,
            ClosedPeriodTexts.SPANISH,
            ClosedPeriodTexts.PORTUGUESE,
            ClosedPeriodTexts.ITALIAN
        })
        @Delimiter(Delimiter.NONE)
        List<Pattern> closedPeriodTexts,

        @DefaultValue({
            PassingTexts.ENGLISH,
            PassingTexts.FRENCH,
            PassingTexts.GERMAN,
            PassingTexts.SPANISH,
            PassingTexts.PORTUGUESE,
            PassingTexts.ITALIAN
        })
        @Delimiter(Delimiter.NONE)
        List<Pattern> passingRefusalTexts,

        @DefaultValue("5") @Range(min = 0, max = 1000) int roundingLimit,
        @DefaultValue("park") RefundsOfEarlierOrders refundsOfEarlierOrders,
        @DefaultValue("order") RefundRate refundRate,
        @DefaultValue("temporary") EntryStatus status) {

    private static final String PREFIX = "at most three of A-Z and 0-9, and one of A-Z after them, such as BC";

    /** When an order that waits for its payment is entered. */
    public enum Recognition {
        IMMEDIATE,
        ON_CONFIRMATION
    }

    /** What to do when X3 refuses a date because its period is closed. */
    public enum ClosedPeriod {
        PARK,
        ROLL_FORWARD
    }

    /** What to do with refunds, from the start on, of orders from before it. */
    public enum RefundsOfEarlierOrders {
        POST,
        PARK,
        IGNORE
    }

    /** Whose day gives a refund its exchange rate: its order's, or its own. */
    public enum RefundRate {
        ORDER,
        REFUND
    }

    public JournalSettings {
        closedPeriodTexts = List.copyOf(closedPeriodTexts);
        passingRefusalTexts = List.copyOf(passingRefusalTexts);
    }
}
