package io.ledgerbridge.faults;

/**
 * Why an order can't go on without a person.
 *
 * @param code stable and machine-readable, such as {@code unmapped-channel}
 * @param detail the figures, or the words of Sage X3 or BigCommerce
 * @param remedy what a person can do about it
 */
public record ParkReason(String code, String detail, String remedy) {}
