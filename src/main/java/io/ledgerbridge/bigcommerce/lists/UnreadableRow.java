package io.ledgerbridge.bigcommerce.lists;

/**
 * A row of a list that names no order.
 *
 * @param list that it is of, such as {@code list of orders}
 * @param detail what is wrong with it, and what it says by which a person may find its order; the same at each reading, and
 *     nothing of a shopper's
 */
public record UnreadableRow(String list, String detail) {}
