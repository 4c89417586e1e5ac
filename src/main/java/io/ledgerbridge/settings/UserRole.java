package io.ledgerbridge.settings;

/** What a user may do, each with the rights of those before it. */
public enum UserRole {
    /** Every GET. */
    VIEWER,
    /** Replay, backfill, set aside, ping. */
    OPERATOR,
    /** Credentials, pairing, Hawtio, Jolokia. */
    ADMIN
}
