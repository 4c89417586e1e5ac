package io.ledgerbridge.sagex3.login;

/** X3 gives tokens again to a store that needed pairing, though nobody has paired it: its settings were mended. */
public record GrantedAgain(String store) {}
