package io.ledgerbridge.books.audit;

import io.ledgerbridge.books.audit.check.Finding;

/**
 * A verification has found what doesn't fit.
 *
 * @param count how many things
 * @param first of them
 */
public record TrailBroken(long count, Finding first) {}
