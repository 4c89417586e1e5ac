package io.ledgerbridge.parked;

import java.util.List;

/**
 * One page of what is parked.
 *
 * @param total of all pages
 */
public record ParkedPage(List<Parked> items, long total) {}
