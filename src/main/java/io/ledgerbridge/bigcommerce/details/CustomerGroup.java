package io.ledgerbridge.bigcommerce.details;

/** A group of the shop's customers, such as wholesale. */
public record CustomerGroup(long id, String name) {}
