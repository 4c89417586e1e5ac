package io.ledgerbridge.sandbox.bigcommerce;

import java.time.Instant;

/**
 * Something that happened, with the very bytes that every delivery of it carries.
 *
 * @param storeHash the store in which it happened
 * @param at BigCommerce's clock
 * @param body the envelope, in JSON
 */
public record Event(String storeHash, String scope, Instant at, String body) {}
