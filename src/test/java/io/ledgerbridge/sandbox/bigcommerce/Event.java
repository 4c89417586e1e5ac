package io.ledgerbridge.sandbox.bigcommerce;

import java.time.Instant;

/**
 * Something that happened, with the very bytes that every delivery of it carries.
 *
 * @param storeHash the store in which it happened
 * @param order of which it tells; 0 for none
 * @param at BigCommerce's clock
 * @param body the envelope, in JSON
 */
public record Event(String storeHash, String scope, long order, Instant at, String body) {}
