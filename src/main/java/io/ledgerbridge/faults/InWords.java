package io.ledgerbridge.faults;

/** What failed, and says itself in words for people what happened: no class, no exception, no null. */
public interface InWords {

    /** One clause, without a full stop. */
    String words();
}
