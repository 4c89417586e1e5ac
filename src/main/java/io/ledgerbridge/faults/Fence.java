package io.ledgerbridge.faults;

/** The right to write about one order, which a worker loses when another takes its order over. */
public interface Fence {

    String store();

    long order();

    /** The fencing number: higher for each later claim of the order. */
    long number();

    /**
     * Makes sure, inside the running transaction, that the right is still held, and keeps it for another lease.
     *
     * @throws LeaseLost where another worker has it
     */
    void hold();
}
