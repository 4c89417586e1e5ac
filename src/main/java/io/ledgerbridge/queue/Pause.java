package io.ledgerbridge.queue;

import java.time.Instant;

/**
 * A store that a person has paused: it receives and posts nothing.
 *
 * @param by whose login paused it
 */
public record Pause(String store, Instant since, String by, String why) {}
