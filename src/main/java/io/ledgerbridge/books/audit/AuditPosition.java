package io.ledgerbridge.books.audit;

/** Where a link of the audit trail is. */
public record AuditPosition(String store, long order, int link) {

    /** Whether both are of the same chain. */
    public boolean isInTheChainOf(AuditPosition other) {
        return store.equals(other.store) && order == other.order;
    }
}
