package io.ledgerbridge.work;

import io.ledgerbridge.queue.Claim;

/**
 * One of the sessions that a store may have in Sage X3 at once, taken by a claim or for a call that belongs to no order.
 *
 * @param order below zero where it belongs to none
 * @param fence the claim's fencing number; of a call without an order the instant at which the session is free again by
 *     itself, in milliseconds since 1970
 * @param number from 1; 0 where all are taken
 */
public record X3Session(String store, long order, long fence, int number) {

    /** One that a claim has taken. */
    public X3Session(Claim claim, int number) {
        this(claim.store(), claim.order(), claim.number(), number);
    }

    /** Whether it still has to be waited for. */
    public boolean isMissing() {
        return number == 0;
    }

    X3Session numbered(int given) {
        return new X3Session(store, order, fence, given);
    }
}
