package io.ledgerbridge.approvals;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Collection;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code approval}: above what a second person has to confirm what one asked for. Amounts are in units of each currency, and
 * count for each currency by itself.
 *
 * @param replayOrders so many parked orders one person may have worked again at once; from 0
 * @param replayAmount so much of what is not in the ledger one person may have worked again at once; from 0
 * @param acceptAmount so large a difference between BigCommerce, the books and Sage X3 one person may accept; from 0
 */
public record ApprovalSettings(
        @DefaultValue("100") @Min(value = 0, message = ORDERS) @Max(value = 1_000_000, message = ORDERS)
        int replayOrders,

        @DefaultValue("10000") @DecimalMin(value = "0", message = AMOUNT)
        BigDecimal replayAmount,

        @DefaultValue("100") @DecimalMin(value = "0", message = AMOUNT)
        BigDecimal acceptAmount) {

    private static final String ORDERS = "a whole number from 0 to 1000000";
    private static final String AMOUNT = "an amount from 0";

    boolean isSecondPersonNeeded(ReplayRequest asked) {
        return isSecondPersonNeeded(
                asked.orders(),
                asked.amounts().values().stream().map(BigDecimal::new).toList());
    }

    /** @param amounts one of each currency */
    boolean isSecondPersonNeeded(long orders, Collection<BigDecimal> amounts) {
        return orders > replayOrders || amounts.stream().anyMatch(amount -> amount.compareTo(replayAmount) > 0);
    }
}
