package io.ledgerbridge.books;

/** A link with its place among those of all chains. */
public record AuditLinkAt(AuditPosition place, AuditLink link) {}
