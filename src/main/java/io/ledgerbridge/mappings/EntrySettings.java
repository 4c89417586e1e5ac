package io.ledgerbridge.mappings;

import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those settings of a store's journals by which they are planned.
 *
 * @param start ISO date; null where there is none
 * @param zone as IANA names it
 * @param roundingLimit in smallest units of the order's currency
 */
public record EntrySettings(
        String prefix,
        @Nullable String start,
        String entryType,
        String code,
        String site,
        String zone,
        JournalSettings.Recognition recognition,
        JournalSettings.RefundsOfEarlierOrders refundsOfEarlierOrders,
        JournalSettings.RefundRate refundRate,
        int roundingLimit) {

    public static EntrySettings of(JournalSettings journal) {
        return new EntrySettings(
                journal.prefix(),
                journal.start() == null ? null : journal.start().toString(),
                journal.entryType(),
                journal.code(),
                journal.site(),
                journal.zone().getId(),
                journal.recognition(),
                journal.refundsOfEarlierOrders(),
                journal.refundRate(),
                journal.roundingLimit());
    }

    /** As settings; those by which nothing is planned are as if they were not set. */
    public JournalSettings settings() {
        return new JournalSettings(
                prefix,
                start == null ? null : LocalDate.parse(start),
                entryType,
                code,
                site,
                ZoneId.of(zone),
                recognition,
                NegativeAmounts.KEEP,
                JournalSettings.ClosedPeriod.PARK,
                List.of(),
                List.of(),
                roundingLimit,
                refundsOfEarlierOrders,
                refundRate,
                EntryStatus.TEMPORARY);
    }
}
