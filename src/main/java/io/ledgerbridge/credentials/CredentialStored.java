package io.ledgerbridge.credentials;

/** A secret was stored, or taken away; it holds once the transaction that did it is committed. */
public record CredentialStored(String store, CredentialName name) {}
