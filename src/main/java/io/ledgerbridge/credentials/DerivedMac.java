package io.ledgerbridge.credentials;

import com.google.crypto.tink.Mac;

/**
 * HMAC-SHA-256 by a key that one of the encryption keys gives, and that tells nothing of it.
 *
 * @param keyId 16 hexadecimal digits, the same for the same key wherever it stands
 */
public record DerivedMac(String keyId, Mac mac) {}
