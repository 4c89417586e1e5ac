package io.ledgerbridge.books;

import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.faults.LeaseLost;

/** The right to write about an order, until a test takes it away. */
public final class HeldFence implements Fence {

    private final String store;
    private final long order;
    private final long number;
    private boolean lost;

    public HeldFence(String store, long order, long number) {
        this.store = store;
        this.order = order;
        this.number = number;
    }

    void lose() {
        lost = true;
    }

    @Override
    public String store() {
        return store;
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void hold() {
        if (lost) {
            throw LeaseLost.of(this);
        }
    }
}
