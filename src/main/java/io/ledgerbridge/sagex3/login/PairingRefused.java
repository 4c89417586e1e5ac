package io.ledgerbridge.sagex3.login;

/** A pairing can't be begun, or its answer isn't taken. */
public final class PairingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PairingRefused(String words) {
        super(words);
    }
}
