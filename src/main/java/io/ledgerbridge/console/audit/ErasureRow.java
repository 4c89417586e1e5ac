package io.ledgerbridge.console.audit;

import io.ledgerbridge.privacy.OrderErasure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of which personal data was asked to be erased.
 *
 * @param link the number of the link that tells of it; null while it waits, and where there was nothing to take out
 * @param taken how many rows lost something, by kind
 */
record ErasureRow(OrderErasure erasure, @Nullable Integer link, Map<String, String> taken) {}
