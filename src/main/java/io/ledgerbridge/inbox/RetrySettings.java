package io.ledgerbridge.inbox;

import java.time.Duration;

/**
 * How often, and how long, a passing fault is tried again.
 *
 * @param initialDelay before the second attempt; above zero
 * @param multiplier of the delay from one attempt to the next; at least 1
 * @param maxDelay no delay is longer; at least {@code initialDelay}
 * @param giveUpAfter this long after the first attempt the order parks
 */
public record RetrySettings(Duration initialDelay, double multiplier, Duration maxDelay, Duration giveUpAfter) {}
