package io.ledgerbridge.ledger;

/** As what Sage X3 holds an entry: a temporary one can still be changed and deleted there, a final one can't. */
public enum EntryStatus {
    TEMPORARY,
    FINAL
}
