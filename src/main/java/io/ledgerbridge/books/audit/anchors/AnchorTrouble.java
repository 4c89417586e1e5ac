package io.ledgerbridge.books.audit.anchors;

/**
 * The anchors don't go as they should, and a person has to look.
 *
 * @param says one sentence
 */
public record AnchorTrouble(String says) {}
