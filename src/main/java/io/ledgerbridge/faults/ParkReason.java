package io.ledgerbridge.faults;

/**
 * Why an order can't go on without a person.
 *
 * @param parks which kind of reason
 * @param detail the figures, or the words of Sage X3 or BigCommerce
 * @param remedy what a person can do about it
 */
public record ParkReason(ParkCode parks, String detail, String remedy) {

    /** Stable and machine-readable, such as {@code unmapped-channel}. */
    public String code() {
        return parks.label();
    }
}
