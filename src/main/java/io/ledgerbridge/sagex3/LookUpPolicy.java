package io.ledgerbridge.sagex3;

/** When X3 is asked for a reference before a journal is sent. */
public enum LookUpPolicy {
    ALWAYS,
    WHEN_UNCERTAIN
}
