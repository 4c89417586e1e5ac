package io.ledgerbridge.ledger;

/** How an amount against its role's natural side is written: X3 folders differ in whether they take negative ones. */
public enum NegativeAmounts {
    /** On the natural side, below zero. */
    KEEP,
    /** On the other side, above zero. */
    SWAP_SIDES
}
