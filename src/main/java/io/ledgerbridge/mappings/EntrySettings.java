package io.ledgerbridge.mappings;

import io.ledgerbridge.posting.rules.JournalSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Those settings of a store's journals that shape its entries and that no channel has of its own.
 *
 * @param start ISO date; null where there is none
 * @param zone as IANA names it
 * @param roundingLimit in smallest units of the order's currency
 */
record EntrySettings(
        String prefix,
        @Nullable String start,
        String entryType,
        String code,
        String zone,
        JournalSettings.RefundsOfEarlierOrders refundsOfEarlierOrders,
        JournalSettings.RefundRate refundRate,
        int roundingLimit) {

    static EntrySettings of(JournalSettings journal) {
        return new EntrySettings(
                journal.prefix(),
                journal.start() == null ? null : journal.start().toString(),
                journal.entryType(),
                journal.code(),
                journal.zone().getId(),
                journal.refundsOfEarlierOrders(),
                journal.refundRate(),
                journal.roundingLimit());
    }

    /** These, and the others as they are set today. */
    JournalSettings over(JournalSettings today, String site, JournalSettings.Recognition recognition) {
        return new JournalSettings(
                prefix,
                start == null ? null : LocalDate.parse(start),
                entryType,
                code,
                site,
                ZoneId.of(zone),
                recognition,
                today.negativeAmounts(),
                today.closedPeriod(),
                today.closedPeriodTexts(),
                today.passingRefusalTexts(),
                roundingLimit,
                refundsOfEarlierOrders,
                refundRate,
                today.status());
    }
}
