package io.ledgerbridge.api.proof;

import io.ledgerbridge.readings.AccountChange;
import io.ledgerbridge.readings.MappingChange;
import io.ledgerbridge.readings.PreviewedDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other settings would have made of orders.
 *
 * @param orders so many were planned again
 * @param changed so many of them would have other lines; {@code changedOrders} has the first 100
 * @param notKept so many couldn't be planned again
 * @param wouldPark how many would have parked, by reason; they are in no amount
 * @param next for {@code after}, where there are more orders: all figures of both answers are to be added; null at the end
 */
public record MappingChangeView(
        LocalDate from,
        LocalDate to,
        long orders,
        long changed,
        List<Long> changedOrders,
        long notKept,
        Map<String, Long> wouldPark,
        List<Account> accounts,
        @Nullable Long next) {

    /** Amounts are signed: a debit is positive. */
    public record Account(String account, String role, String currency, String was, String wouldBe, String difference) {

        static Account of(AccountChange change) {
            return new Account(
                    change.account(),
                    change.role(),
                    change.currency(),
                    change.was().toPlainString(),
                    change.wouldBe().toPlainString(),
                    change.difference().toPlainString());
        }
    }

    static MappingChangeView of(PreviewedDays days, MappingChange change) {
        return new MappingChangeView(
                days.from(),
                days.to(),
                change.orders(),
                change.changed(),
                change.examples(),
                change.notKept(),
                change.wouldPark(),
                change.accounts().stream().map(Account::of).toList(),
                change.next());
    }
}
