package io.ledgerbridge.readings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other settings would have made of some orders that are in the books.
 *
 * @param orders so many were planned again
 * @param changed so many of them would have other lines: another account, amount, business partner, dimension or tax code
 * @param examples the first of those by number
 * @param notKept so many couldn't be planned again: what they were planned from isn't kept, or is gone
 * @param wouldPark how many would have parked, by reason; they are in no amount
 * @param accounts of the orders that were planned again and wouldn't have parked, by account, role and currency
 * @param next the last of these orders, where there are more behind it; null at the end
 */
public record MappingChange(
        long orders,
        long changed,
        List<Long> examples,
        long notKept,
        Map<String, Long> wouldPark,
        List<AccountChange> accounts,
        @Nullable Long next) {}
