package io.ledgerbridge.books.audit;

/**
 * What only a program with the encryption key can write.
 *
 * @param keyId of the key that was derived from it, 16 hexadecimal digits
 * @param hash HMAC-SHA-256, 64 hexadecimal digits
 */
public record KeyedHash(String keyId, String hash) {}
