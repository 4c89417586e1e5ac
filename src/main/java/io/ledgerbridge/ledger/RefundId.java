package io.ledgerbridge.ledger;

/** How a refund is told: by BigCommerce's id, or by M1, M2 … where a person recorded it here. */
public final class RefundId {

    /** BigCommerce's ids are far below; those of recorded ones begin here, so that they come after them in any order. */
    private static final long RECORDED = 1L << 62;

    private RefundId() {}

    /**
     * The id in the books of one that was recorded here.
     *
     * @param number 1 for M1
     */
    public static long ofRecorded(int number) {
        return RECORDED + number;
    }

    public static boolean isRecorded(long id) {
        return id > RECORDED;
    }

    /** As people read it: {@code 77}, {@code M1}. */
    public static String name(long id) {
        return isRecorded(id) ? "M" + (id - RECORDED) : Long.toString(id);
    }
}
