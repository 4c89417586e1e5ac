package io.ledgerbridge.books.audit.anchors;

/** An anchor is made; it holds once the transaction that made it is committed. */
public record AnchorMade(Anchor anchor) {}
