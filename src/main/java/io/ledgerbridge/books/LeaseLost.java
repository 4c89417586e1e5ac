package io.ledgerbridge.books;

/** A worker slept past its lease, and another took its order over. Nothing more may be written under it. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LeaseLost(String message) {
        super(message);
    }

    public static LeaseLost of(Fence fence) {
        return new LeaseLost("order %d of store %s was taken over; fencing number %d is past"
                .formatted(fence.order(), fence.store(), fence.number()));
    }
}
