package io.ledgerbridge.sagex3;

/** When X3 is asked for a reference before a journal is sent. */
public enum LookUp {
    ALWAYS,
    WHEN_UNCERTAIN
}
