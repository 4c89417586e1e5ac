package io.ledgerbridge.catchup.shadow;

/**
 * How many orders of a run would park for one reason, or could not be read for it.
 *
 * @param reason a code
 */
public record ShadowCause(ShadowOutcome outcome, String reason, long orders) {}
