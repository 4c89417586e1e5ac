package io.ledgerbridge.alerts;

import java.time.Instant;
import java.util.Map;

/**
 * Something that people have to know of; whoever notices it publishes this event.
 *
 * @param kind {@code parked}, {@code store-stopped}, {@code store-goes-on}, {@code digest}
 * @param text for people, without what may name a person
 * @param detail as JSON shows it
 * @param taken is run once a way has taken it; not where none has, or the process ended before
 */
public record Notice(String kind, Instant at, String text, Map<String, ?> detail, Runnable taken) {}
