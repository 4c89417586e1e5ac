package io.ledgerbridge.sagex3;

import io.ledgerbridge.faults.Fault;
import org.jspecify.annotations.Nullable;

/** What became of a create, as far as its reply tells. */
public sealed interface CreateOutcome {

    /**
     * The entry is in Sage X3, under this number.
     *
     * @param reference that the reply shows of it; empty where it shows none
     * @param status {@code temporary} or {@code final}; null where the reply shows neither
     */
    record Created(
            String number, String reference, @Nullable String status) implements CreateOutcome {}

    /** Sage X3 said no, in these words, and took nothing. */
    record Refused(String words) implements CreateOutcome {}

    /**
     * Something was sent, and the reply doesn't tell what became of it.
     *
     * @param refusal what its diagnoses of error say: then Sage X3 has said no, unless it has the entry; null where there
     *     are none
     */
    record Unknown(String words, @Nullable String refusal) implements CreateOutcome {

        Unknown(String words) {
            this(words, null);
        }
    }

    /**
     * Nothing was sent: there was no connection, or no reason to try.
     *
     * @param fault says what is to be done, where that is known
     */
    record NotSent(String words, @Nullable Fault fault) implements CreateOutcome {}

    /** Sage X3 doesn't take our credentials, and took nothing. */
    record CredentialsRefused(String words) implements CreateOutcome {}
}
