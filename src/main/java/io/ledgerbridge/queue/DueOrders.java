package io.ledgerbridge.queue;

import io.ledgerbridge.queue.DueOrderRows.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks orders due. A mark on an order that is being worked makes it due again when that work ends; one that is due
 * already keeps its place.
 */
@Component
public class DueOrders {

    private final DueOrderRows rows;
    private final JdbcClient jdbc;

    DueOrders(DueOrderRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Marks an order due now. */
    @Transactional
    public void mark(String store, long order) {
        if (!mark(store, order, Mark.ALWAYS, null)) {
            rows.mark(store, order, Mark.ALWAYS, null);
        }
    }

    /**
     * Marks an order due for a backfill, unless a person has set it aside: from now on it makes entries even if it is older
     * than its store's start.
     *
     * @param parkedToo whether it is to be worked again where it waits for a person
     */
    @Transactional
    public void ask(String store, long order, boolean parkedToo) {
        if (parkedToo || !isParked(store, order)) {
            markUnlessSetAside(store, order);
        }
        rows.ask(store, order);
    }

    /** Marks an order due now, unless it is known and its last reading began at an instant or later. */
    @Transactional
    public void markUnlessReadSince(String store, long order, Instant instant) {
        mark(store, order, Mark.IF_READ_BEFORE, instant);
    }

    /** Marks an order due now, unless a person has set it aside. */
    @Transactional
    public void markUnlessSetAside(String store, long order) {
        mark(store, order, Mark.UNLESS_SET_ASIDE, null);
    }

    /** Marks an order due if it is parked. */
    @Transactional
    public boolean markParked(String store, long order) {
        return rows.mark(store, order, Mark.IF_PARKED, null) > 0;
    }

    /** Marks an order due if its last reading began before an instant. */
    @Transactional
    public void markIfReadBefore(String store, long order, Instant instant) {
        rows.mark(store, order, Mark.IF_READ_BEFORE, instant);
    }

    /**
     * Makes an order due for look-ups in Sage X3 alone, unless it is due or being worked anyhow. Whatever marks it
     * meanwhile has it worked as ever.
     *
     * @return false where it is parked as poison, of which nothing is worked
     */
    @Transactional
    public boolean look(String store, long order) {
        boolean idle = rows.look(store, order) > 0;
        if (!idle) {
            rows.mark(store, order, Mark.IF_CLAIMED, null);
        }
        return idle || isDue(store, order);
    }

    /**
     * Locks the row of an order until the running transaction ends.
     *
     * @return false where nothing is known of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(String store, long order) {
        return jdbc.sql("SELECT fence FROM due_order WHERE store = :store AND order_id = :order FOR UPDATE")
                .param("store", store)
                .param("order", order)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Notes who looks after an order.
     *
     * @param to null: nobody
     * @return whether that is new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean assign(String store, long order, @Nullable String to) {
        return rows.assign(store, order, to) > 0;
    }

    /** Whether anything is known of an order. */
    @Transactional(readOnly = true)
    public boolean isKnown(String store, long order) {
        return count("", store, order) > 0;
    }

    /** Whether an order waits for a person. */
    @Transactional(readOnly = true)
    public boolean isParked(String store, long order) {
        return count(" AND outcome = 'parked' AND due_at IS NULL", store, order) > 0;
    }

    /** Whether a worker has an order now. */
    @Transactional(readOnly = true)
    public boolean isClaimed(String store, long order) {
        return rows.isClaimed(store, order);
    }

    /**
     * Forgets why an order is as it is; its state and the reason's code stay.
     *
     * @param erased what stands in place of the words
     * @return 1 where there was something to forget
     */
    @Transactional
    public int forgetWords(String store, long order, String erased) {
        return rows.forgetWords(store, order, erased);
    }

    /** The highest of BigCommerce's refunds that an order's last reading had; 0 where it had none. */
    @Transactional(readOnly = true)
    public long lastRefund(String store, long order) {
        return jdbc.sql("SELECT last_refund FROM due_order WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** A person wants an order to be worked however often a process ended in the middle of it. */
    @Transactional
    public void forgive(String store, long order) {
        rows.forgive(store, order);
    }

    /**
     * Takes an order from the parked ones where it is one of them, and has it read, since what it comes to then is kept. One
     * that ended its process again and again isn't read.
     *
     * @param why a person's words
     * @return whether it was parked
     */
    @Transactional
    public boolean setAside(String store, long order, String why) {
        boolean isPoison = count(" AND outcome = 'parked' AND reason = 'poison'", store, order) > 0;
        boolean wasParked = rows.setAside(store, order, why, " AND outcome = 'parked' AND due_at IS NULL") > 0;
        if (!isPoison) {
            mark(store, order);
        }
        return wasParked;
    }

    /** Likewise of a store that is set up no more: nobody can read its orders, so it is done at once. */
    @Transactional
    public void setAsideUnread(String store, long order, String why) {
        rows.setAside(store, order, why, " AND (lease_holder IS NULL OR due_at <= :now)");
    }

    /** Whether a known order was marked, or an unknown one added. */
    private boolean mark(String store, long order, Mark mark, @Nullable Instant before) {
        return rows.mark(store, order, mark, before) > 0 || rows.insert(store, order) > 0;
    }

    private boolean isDue(String store, long order) {
        return count(" AND due_at IS NOT NULL", store, order) > 0;
    }

    private long count(String condition, String store, long order) {
        return jdbc.sql("SELECT count(*) FROM due_order WHERE store = :store AND order_id = :order" + condition)
                .param("store", store)
                .param("order", order)
                .query(Long.class)
                .single();
    }
}
