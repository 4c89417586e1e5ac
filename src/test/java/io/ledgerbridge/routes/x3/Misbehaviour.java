package io.ledgerbridge.routes.x3;

/** What an X3 that misbehaves does with one request. */
public enum Misbehaviour {
    /** Closes the connection, with nothing committed. */
    DROPS_BEFORE_COMMIT,
    /** Commits and closes the connection without an answer. */
    DROPS_AFTER_COMMIT,
    /** Commits and answers 500 with its own JSON. */
    FAILS_AFTER_COMMIT,
    /** Commits and answers 200 with a page of HTML. */
    HTML_AFTER_COMMIT,
    /** Commits and breaks off in the middle of the answer. */
    HALF_A_BODY_AFTER_COMMIT,
    /** Commits, and answers late, by the sandbox's {@code lateness}. */
    LATE_AFTER_COMMIT,
    /** Answers late, by the sandbox's {@code lateness}, and commits only then. */
    COMMITS_LATE,
    /** 401 as in the cloud, in JSON. */
    UNAUTHORISED_CLOUD,
    /** 401 as on premises, in plain text. */
    UNAUTHORISED_ON_PREMISES,
    /** 503, with nothing committed. */
    UNAVAILABLE,
    /** 429, with nothing committed. */
    TOO_MANY_REQUESTS,
    /** A success that lacks the entry's number, with nothing committed. */
    NO_NUMBER,
    /** Commits, and answers with the number and an error together. */
    NUMBER_AND_ERROR,
    /** Commits, and answers with the number and a warning. */
    WARNING
}
