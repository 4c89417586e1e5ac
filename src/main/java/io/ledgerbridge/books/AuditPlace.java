package io.ledgerbridge.books;

/** Where a link of the audit trail is. */
public record AuditPlace(String store, long order, int link) {

    boolean isInTheChainOf(AuditPlace other) {
        return store.equals(other.store) && order == other.order;
    }
}
