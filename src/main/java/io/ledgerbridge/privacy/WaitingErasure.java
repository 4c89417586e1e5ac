package io.ledgerbridge.privacy;

import java.time.Instant;

/**
 * An order whose erasure waits.
 *
 * @param since when it was asked for
 * @param why in words
 */
public record WaitingErasure(long order, Instant since, String why) {

    static final String WORKED = "a worker has the order";
    static final String IN_X3 = "it isn't known yet what became of a journal in Sage X3";
    static final String APPROVAL = "a second person has yet to decide on a refund";
    static final String TURN = "its turn comes within a minute";
}
