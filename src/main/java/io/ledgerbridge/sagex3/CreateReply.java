package io.ledgerbridge.sagex3;

/** What became of a create, as far as its reply tells. */
public sealed interface CreateReply {

    /** The entry is in Sage X3, under this number. */
    record Created(String number) implements CreateReply {}

    /** Sage X3 said no, in these words, and took nothing. */
    record Refused(String words) implements CreateReply {}

    /** Something was sent, and the reply doesn't tell what became of it. */
    record Unknown(String words) implements CreateReply {}

    /** Nothing was sent: there was no connection. */
    record NotSent(String words) implements CreateReply {}

    /** Sage X3 doesn't take our credentials, and took nothing. */
    record CredentialsRefused(String words) implements CreateReply {}
}
