package io.ledgerbridge.inbox;

/**
 * One of the sessions that a store may have in Sage X3 at once, taken by a claim.
 *
 * @param number from 1; 0 where all are taken
 */
public record Session(Claim claim, int number) {

    /** Whether it still has to be waited for. */
    public boolean isMissing() {
        return number == 0;
    }
}
