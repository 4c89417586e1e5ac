package io.ledgerbridge.bigcommerce.reading;

/** A part of an order, as it is read next; routes compare it by its name. */
public enum ReadPart {
    ORDER,
    PRODUCTS,
    REFUNDS,
    TRANSACTIONS,
    TAXES,
    ADDRESSES,
    CUSTOMER,
    CUSTOMER_GROUP,
    /** All of it is read. */
    NOTHING
}
