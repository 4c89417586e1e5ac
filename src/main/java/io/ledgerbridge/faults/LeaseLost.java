package io.ledgerbridge.faults;

/** A worker slept past its lease; another has its order by now, or soon will. Nothing more may be written under it. */
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
