package io.ledgerbridge.books.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a link says.
 *
 * @param detail JSON, in the chain; where there are words, {@code wordsSha256} in it is the SHA-256 of their text in UTF-8
 * @param words JSON, beside the chain; null where nothing was said that may name a person
 */
public record AuditSaid(String detail, @Nullable String words) {}
