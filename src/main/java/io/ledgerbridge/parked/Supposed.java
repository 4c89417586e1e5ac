package io.ledgerbridge.parked;

import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a person has not done yet, and a preview takes for done.
 *
 * @param change what then is known of the order
 */
public record Supposed(UnaryOperator<OrderHistory> change) {

    public static final Supposed NOTHING = new Supposed(UnaryOperator.identity());

    /** A backfill asks for it, which heeds no store's start. */
    public static final Supposed BACKFILL = new Supposed(OrderHistory::backfilled);

    /** What changed since the order was set aside is to be posted. */
    public static final Supposed DIFFERENCE = new Supposed(known -> known.withSetAsides(known.setAside().stream()
            .map(one -> one.refund() == SetAside.ORDER ? new SetAside(one.refund(), one.kept(), true) : one)
            .toList()));

    /**
     * A set-aside is undone.
     *
     * @param refund of which; 0 for the order as a whole
     */
    public static Supposed undone(long refund) {
        return new Supposed(known -> known.withSetAsides(
                known.setAside().stream().filter(one -> one.refund() != refund).toList()));
    }

    /** A refund is recorded. */
    public static Supposed recorded(RecordedRefund refund) {
        return new Supposed(known -> {
            List<RecordedRefund> all = new ArrayList<>(known.recorded());
            all.add(refund);
            return known.withRecorded(all);
        });
    }

    /**
     * A recorded refund is removed.
     *
     * @param number 1 for M1
     */
    public static Supposed removed(int number) {
        return new Supposed(known -> known.withRecorded(
                known.recorded().stream().filter(one -> one.number() != number).toList()));
    }
}
