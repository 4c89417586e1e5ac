package io.ledgerbridge.readings;

import java.math.BigDecimal;

/**
 * What one account has of one role, in one currency, and would have. Amounts are signed: a debit is positive.
 *
 * @param role as lines have it
 * @param currency ISO 4217
 * @param was what the books have
 * @param wouldBe what they would have
 */
public record AccountChange(String account, String role, String currency, BigDecimal was, BigDecimal wouldBe) {

    public BigDecimal difference() {
        return wouldBe.subtract(was);
    }
}
