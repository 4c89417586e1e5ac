package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An item of a refund, as it is split.
 *
 * @param product the order's product line; null for charges, and where the order has it no more
 * @param amount without tax, before its discount, at BigCommerce's scale
 * @param discount that goes with it, as the product carries it; zero where BigCommerce doesn't say
 */
public record RefundedPart(Role role, @Nullable Long product, BigDecimal amount, BigDecimal discount) {}
