package io.ledgerbridge.queue;

import io.ledgerbridge.faults.Fence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One worker's right to work one order, for one lease; it is renewed by every write, and while the work goes on.
 *
 * @param number the fencing number
 * @param marks how often the order had been marked when it was claimed
 * @param attempts failures in a row before this one
 * @param failingSince when the first of them was
 * @param lastFailure words of the last of them
 */
public record Claim(
        Leases leases,
        String store,
        long order,
        long number,
        long marks,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable String lastFailure)
        implements Fence {

    @Override
    public void hold() {
        leases.hold(this);
    }

    /** Its work ended, and so does what the claim counts against its order. */
    void givenBack() {
        leases.givenBack(this);
    }

    /** It was lost, and its worker lives. */
    public void outlived() {
        leases.outlived(this);
    }

    @Override
    public String toString() {
        return "claim %d of order %d, store %s".formatted(number, order, store);
    }
}
